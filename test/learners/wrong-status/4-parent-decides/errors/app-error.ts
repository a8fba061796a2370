export class AppError extends Error {
  constructor(message: string, public readonly statusCode: number = 400) {
    super(message);
  }
}

export class ForbiddenError extends AppError {
  constructor(message = "Forbidden") {
    super(message); // here
  }
}
