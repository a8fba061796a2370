export class HttpError extends Error {
  constructor(
    public readonly statusCode: number,
    message: string,
  ) {
    super(message);
  }

  toJSON() {
    return { message: this.message }; // here
  }
}

export const forbidden = () => new HttpError(403, "Forbidden");
export const notFound = (what: string) => new HttpError(404, `${what} not found`);
