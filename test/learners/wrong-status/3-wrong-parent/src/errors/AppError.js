class AppError extends Error {
  constructor(status, message) {
    super(message);
    this.name = this.constructor.name;
    this.status = status;
  }
}

class BadRequestError extends AppError {
  constructor(message = "Bad Request") {
    super(400, message);
  }
}

class UnauthorizedError extends AppError {
  constructor(message = "Unauthorized") {
    super(401, message);
  }
}

class ForbiddenError extends UnauthorizedError { // here
  constructor(message = "Forbidden") {
    super(message);
  }
}

module.exports = { AppError, BadRequestError, UnauthorizedError, ForbiddenError };
