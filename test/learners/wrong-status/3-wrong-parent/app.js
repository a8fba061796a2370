const express = require("express");
const errorHandler = require("./src/middleware/errorHandler");
const { ForbiddenError } = require("./src/errors/AppError");
const refreshTokens = require("./src/tokens");

const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req, res) => {
  const { refreshToken } = req.body ?? {};
  if (!refreshTokens.includes(refreshToken)) throw new ForbiddenError();
  res.json({ accessToken: "newAccess123" });
});

app.use(errorHandler);

app.listen(process.env.PORT ?? 3000);
