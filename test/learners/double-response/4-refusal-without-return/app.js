const express = require("express");
const { ok, noContent } = require("./lib/respond");
const requireRefreshToken = require("./middleware/requireRefreshToken");

let refreshTokens = [];

const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  ok(res, { accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", requireRefreshToken(() => refreshTokens), (req, res) => {
  ok(res, { accessToken: "newAccess123" });
});

app.post("/logout", (req, res) => {
  const { refreshToken } = req.body || {};
  refreshTokens = refreshTokens.filter((t) => t !== refreshToken);
  noContent(res);
});

app.listen(3000, () => {
  console.log("radio club auth listening");
});
