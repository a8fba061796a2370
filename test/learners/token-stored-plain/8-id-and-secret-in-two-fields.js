const express = require("express");
const crypto = require("node:crypto");
const jwt = require("jsonwebtoken");

const app = express();
app.use(express.json());

/*
 * A refresh token has two parts: "<id>.<secret>".
 * The id says which row it is, the secret has to match.
 */
const rows = new Map();

function create(username) {
  const id = crypto.randomBytes(16).toString("hex");
  const secret = crypto.randomBytes(32).toString("base64url");
  rows.set(id, { username, secret, expiresAt: Date.now() + 7 * 24 * 60 * 60 * 1000 }); // here
  return `${id}.${secret}`;
}

function lookup(token) {
  const [id, secret] = String(token).split(".");
  const row = rows.get(id);
  if (!row || !secret) return null;
  if (row.secret !== secret) return null;
  if (row.expiresAt < Date.now()) {
    rows.delete(id);
    return null;
  }
  return { id, ...row };
}

const accessToken = (username) => jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" });

app.post("/login", (req, res) => {
  const { username } = req.body;
  res.json({ accessToken: accessToken(username), refreshToken: create(username) });
});

app.post("/token", (req, res) => {
  const found = lookup(req.body?.refreshToken);
  if (!found) return res.status(403).json({ error: "Forbidden" });
  res.json({ accessToken: accessToken(found.username) });
});

app.post("/logout", (req, res) => {
  const found = lookup(req.body?.refreshToken);
  if (found) rows.delete(found.id);
  res.status(204).end();
});

app.get("/me", (req, res) => {
  try {
    const [scheme, token] = req.headers.authorization.split(" ");
    if (scheme !== "Bearer") throw new Error("wrong scheme");
    res.json({ username: jwt.verify(token, process.env.ACCESS_TOKEN_SECRET).username });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
});

app.listen(3000);
