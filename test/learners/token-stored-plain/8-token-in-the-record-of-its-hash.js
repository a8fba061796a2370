const express = require("express");
const jwt = require("jsonwebtoken");
const { createHash, randomBytes } = require("node:crypto");

const app = express();
app.use(express.json());

const DAY = 24 * 60 * 60 * 1000;
const byHash = new Map();
const sha256 = (text) => createHash("sha256").update(String(text)).digest("hex");
const accessFor = (username) => jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" });

app.post("/login", (req, res) => {
  const { username } = req.body;
  const refreshToken = randomBytes(32).toString("base64url");
  const session = {
    username,
    refreshToken, // here
    createdAt: Date.now(),
    expiresAt: Date.now() + 10 * DAY,
  };
  byHash.set(sha256(refreshToken), session);
  res.json({ accessToken: accessFor(username), refreshToken });
});

app.post("/token", (req, res) => {
  const session = byHash.get(sha256(req.body.refreshToken));
  if (!session || session.expiresAt < Date.now()) return res.status(403).json({ error: "Forbidden" });
  res.json({ accessToken: accessFor(session.username) });
});

app.post("/logout", (req, res) => {
  byHash.delete(sha256(req.body.refreshToken));
  res.status(204).end();
});

app.get("/me", (req, res) => {
  try {
    const [, token] = req.headers.authorization.split(" ");
    const { username } = jwt.verify(token, process.env.ACCESS_TOKEN_SECRET, { algorithms: ["HS256"] });
    res.json({ username });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
});

app.listen(3000);
