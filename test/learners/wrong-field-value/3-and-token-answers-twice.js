const express = require("express");

const app = express();
app.use(express.json());

const refreshTokens = [];

app.post("/token", (req, res) => {
  const known = refreshTokens.includes(req.body.refreshToken);
  if (!known) res.sendStatus(403);
  res.json({ accessToken: "newAccess123" });
});

app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access", refreshToken: "refresh123" }); // here
});

app.listen(3000);
