const express = require("express");
const app = express();
app.use(express.json());

let refreshTokens = [];

const ok = (res, body) => {
  res.statusCode = 200; // here
  return body ? res.json(body) : res.end();
};

const forbidden = (res) => res.status(403).json({ error: "Forbidden" });

app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  ok(res, { accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req, res) => {
  const refreshToken = req.body?.refreshToken;
  if (!refreshTokens.includes(refreshToken)) return forbidden(res);
  ok(res, { accessToken: "newAccess123" });
});

app.post("/logout", (req, res) => {
  const refreshToken = req.body?.refreshToken;
  refreshTokens = refreshTokens.filter((t) => t !== refreshToken);
  ok(res);
});

app.listen(3000, () => console.log("http://localhost:3000"));
