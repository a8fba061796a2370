class HttpError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

const forbidden = () => new HttpError(403, 'Forbidden');
const notFound = () => new HttpError(404, 'Not Found');

// one place that turns errors into JSON
function errorHandler(err, req, res) { // here
  const status = err.status || 500;
  res.status(status).json({ error: err.message });
}

module.exports = { HttpError, forbidden, notFound, errorHandler };
