const express = require("express");
const crypto = require("crypto");

const app = express();

let refreshTokens = [];
let accessTokens = {};

function newAccessToken(username) {
  const token = crypto.randomBytes(32).toString("hex");
  accessTokens[token] = username;
  setTimeout(() => {
    delete accessTokens[token];
  }, 10 * 60 * 1000);
  return token;
}

app.post("/login", (req, res) => {
  const username = req.body.username;
  const refreshToken = crypto.randomBytes(32).toString("hex");
  refreshTokens.push({ refreshToken: refreshToken, username: username });
  res.json({ accessToken: newAccessToken(username), refreshToken: refreshToken });
});

app.post("/token", (req, res) => {
  for (const entry of refreshTokens) {
    if (entry.refreshToken === req.body.refreshToken) {
      res.json({ accessToken: newAccessToken(entry.username) });
      return;
    }
  }
  res.status(403).json({ error: "Forbidden" });
});

app.post("/logout", (req, res) => {
  refreshTokens = refreshTokens.filter((entry) => entry.refreshToken !== req.body.refreshToken);
  res.sendStatus(204);
});

app.get("/me", (req, res) => {
  const header = req.headers.authorization;
  if (!header) return res.status(401).json({ error: "Unauthorized" });
  const username = accessTokens[header.split(" ")[1]];
  if (!username) return res.status(401).json({ error: "Unauthorized" });
  res.json({ username });
});

app.listen(3000);
