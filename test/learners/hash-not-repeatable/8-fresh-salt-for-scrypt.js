// Refresh tokens are saved as scrypt hashes.
// Every hash gets a salt of its own, as it should be.
const express = require("express");
const crypto = require("crypto");
const jwt = require("jsonwebtoken");

const app = express();
app.use(express.json());

const tokens = {};

function hashToken(token) {
  const salt = crypto.randomBytes(16).toString("hex"); // here
  return salt + ":" + crypto.scryptSync(token, salt, 32, { N: 1024 }).toString("hex");
}

app.post("/login", (req, res) => {
  const username = req.body.username;
  const refreshToken = crypto.randomBytes(24).toString("hex");
  tokens[hashToken(refreshToken)] = { username: username, created: Date.now() };
  const accessToken = jwt.sign({ username: username }, process.env.JWT_SECRET, { expiresIn: "20m" });
  res.json({ accessToken: accessToken, refreshToken: refreshToken });
});

app.post("/token", (req, res) => {
  if (!req.body || !req.body.refreshToken) {
    return res.status(401).json({ error: "Unauthorized" });
  }
  const record = tokens[hashToken(req.body.refreshToken)];
  if (record) {
    const age = Date.now() - record.created;
    if (age < 2 * 24 * 60 * 60 * 1000) {
      const accessToken = jwt.sign({ username: record.username }, process.env.JWT_SECRET, { expiresIn: "20m" });
      return res.json({ accessToken: accessToken });
    }
  }
  return res.status(403).json({ error: "Forbidden" });
});

app.post("/logout", (req, res) => {
  if (req.body && req.body.refreshToken) {
    delete tokens[hashToken(req.body.refreshToken)];
  }
  res.status(204).end();
});

app.get("/me", (req, res) => {
  try {
    const token = req.headers.authorization.split(" ")[1];
    const data = jwt.verify(token, process.env.JWT_SECRET);
    res.json({ username: data.username });
  } catch (e) {
    res.status(401).json({ error: "Unauthorized" });
  }
});

app.listen(3000);
