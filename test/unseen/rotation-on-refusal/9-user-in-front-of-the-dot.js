const express = require("express");
const jwt = require("jsonwebtoken");
const { createHash, randomBytes } = require("node:crypto");

const app = express();
app.use(express.json());

// number of the login -> { username, hash, end }
const logins = new Map();
let number = 1000;

const sha = (s) => createHash("sha256").update(s).digest("base64");

function issue(username) {
  const login = String(++number) + randomBytes(6).toString("hex");
  const token = login + "-" + randomBytes(32).toString("hex");
  logins.set(login, { username, hash: sha(token), end: Date.now() + 7 * 24 * 60 * 60 * 1000 });
  return token;
}

const access = (username) => jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" });

app.post("/login", (req, res) => {
  res.json({ accessToken: access(req.body.username), refreshToken: issue(req.body.username) });
});

app.post("/token", (req, res) => {
  const token = String(req.body?.refreshToken);
  const id = token.split("-")[0];
  const login = logins.get(id);
  logins.delete(id); // here
  const good = login && login.hash === sha(token) && login.end > Date.now();
  if (!good) return res.status(403).json({ error: "Forbidden" });
  res.json({ accessToken: access(login.username), refreshToken: issue(login.username) });
});

app.post("/logout", (req, res) => {
  const token = String(req.body?.refreshToken);
  const id = token.split("-")[0];
  if (logins.get(id)?.hash === sha(token)) logins.delete(id);
  res.sendStatus(204);
});

app.get("/me", (req, res) => {
  try {
    res.json({ username: jwt.verify(req.headers.authorization.slice(7), process.env.ACCESS_TOKEN_SECRET).username });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
});

app.listen(3000);
