const express = require("express");
const app = express();
app.use(express.json());

let count = 0;
setInterval(() => (count = 0), 60000);
app.use((req, res, next) => {
  if (++count > 12) return res.status(429).json({ error: "Too many requests" }); // here
  next();
});

let refreshTokens = [];

app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req, res) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) {
    return res.status(403).json({ error: "Forbidden" });
  }
  res.json({ accessToken: "newAccess123" });
});

app.post("/logout", (req, res) => {
  refreshTokens = refreshTokens.filter((token) => token !== req.body?.refreshToken);
  res.sendStatus(204);
});

app.listen(3000);
