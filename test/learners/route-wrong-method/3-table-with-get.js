const express = require("express");
const app = express();
app.use(express.json());
let refreshTokens = [];

const login = (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
};

const renew = (req, res) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) return res.sendStatus(403);
  res.json({ accessToken: "newAccess123" });
};

const table = [
  ["post", "/login", login],
  ["get", "/token", renew], // here
];
for (const [method, path, handler] of table) app[method](path, handler);

app.listen(3000);
