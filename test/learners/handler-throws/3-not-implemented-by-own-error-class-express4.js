const express = require("express");
const app = express();
app.use(express.json());

const refreshTokens = [];

class ApiError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

function renew(token) {
  if (!refreshTokens.includes(token)) throw new ApiError(403, "Forbidden");
  throw new ApiError(501, "Not implemented"); // here
}

app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req, res, next) => {
  try {
    res.json({ accessToken: renew(req.body.refreshToken) });
  } catch (error) {
    next(error);
  }
});

app.use((err, req, res, next) => {
  res.status(err.status).json({ error: err.message });
});

app.listen(3000);
