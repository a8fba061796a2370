const express = require("express");
const app = express();
app.use(express.json());
const refreshTokens = [];
const routes = [
  ["post", "/login", (req, res) => {
    refreshTokens.push("refresh123");
    res.json({ accessToken: "access123", refreshToken: "refresh123" });
  }],
  ["post", "token", (req, res) => { // here
    if (!refreshTokens.includes(req.body.refreshToken)) return res.status(403).json({ error: "Forbidden" });
    res.json({ accessToken: "newAccess123" });
  }],
];
for (const [verb, path, handler] of routes) app[verb](path, handler);
app.listen(3000);
