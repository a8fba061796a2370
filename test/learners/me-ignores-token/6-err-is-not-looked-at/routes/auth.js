const { Router } = require("express");
const jwt = require("jsonwebtoken");
const crypto = require("crypto");

const router = Router();
const refreshTokens = new Map();

const accessToken = (username) =>
  jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "10m" });

router.post("/login", (req, res) => {
  const { username } = req.body;
  const refreshToken = crypto.randomBytes(32).toString("hex");
  refreshTokens.set(refreshToken, username);
  res.json({ accessToken: accessToken(username), refreshToken });
});

router.post("/token", (req, res) => {
  const username = refreshTokens.get(req.body.refreshToken);
  if (!username) return res.status(403).json({ error: "Forbidden" });
  res.json({ accessToken: accessToken(username) });
});

router.post("/logout", (req, res) => {
  refreshTokens.delete(req.body.refreshToken);
  res.sendStatus(204);
});

module.exports = router;
