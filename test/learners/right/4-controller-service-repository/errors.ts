export class DomainError extends Error {
  readonly httpStatus: number = 400;
}

export class Forbidden extends DomainError {
  override readonly httpStatus = 403;
  override message = "Forbidden";
}
