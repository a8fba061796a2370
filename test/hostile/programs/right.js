// A right app up to step 4, for programs whose harm lies elsewhere. Not a program of its own.
const express = require("express");
const app = express();
app.use(express.json());
let refreshTokens = [];
app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});
app.post("/token", (req, res) => {
  const { refreshToken } = req.body ?? {};
  if (!refreshTokens.includes(refreshToken)) return res.status(403).json({ error: "Forbidden" });
  res.json({ accessToken: "newAccess123" });
});
app.post("/logout", (req, res) => {
  refreshTokens = refreshTokens.filter((token) => token !== req.body?.refreshToken);
  res.sendStatus(204);
});
module.exports = app;
