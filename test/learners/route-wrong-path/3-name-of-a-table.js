const express = require("express");
const app = express();
app.use(express.json());
const refreshTokens = [];
const handlers = {
  "POST /login"(req, res) {
    refreshTokens.push("refresh123");
    res.json({ accessToken: "access123", refreshToken: "refresh123" });
  },
  "POST /tokens"(req, res) { // here
    if (!refreshTokens.includes(req.body.refreshToken)) return res.status(403).json({ error: "Forbidden" });
    res.json({ accessToken: "newAccess123" });
  },
};
for (const [name, handler] of Object.entries(handlers)) {
  const [verb, path] = name.split(" ");
  app[verb.toLowerCase()](path, handler);
}
app.listen(3000);
