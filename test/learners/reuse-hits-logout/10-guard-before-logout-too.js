const express = require("express");
const jwt = require("jsonwebtoken");
const { createHash, randomBytes, randomUUID } = require("node:crypto");

const app = express();
app.use(express.json());

const valid = new Map(); // hash -> session
const blacklist = new Map(); // hash -> session

const hashOf = (token) => createHash("sha256").update(String(token)).digest("hex");
const sign = (username) => jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" });

const create = (session) => {
  const token = randomBytes(32).toString("base64url");
  valid.set(hashOf(token), session);
  return token;
};

const retire = (hash) => {
  const session = valid.get(hash);
  valid.delete(hash);
  if (session) blacklist.set(hash, session);
};

// A retired token that comes back means theft: end everything this person has.
const theftGuard = (req, res, next) => {
  const known = blacklist.get(hashOf(req.body.refreshToken));
  if (known) {
    for (const [hash, session] of valid) {
      if (session.username === known.username) retire(hash);
    }
  }
  next();
};

app.post("/login", (req, res) => {
  const session = { id: randomUUID(), username: req.body.username, end: Date.now() + 12096e5 };
  res.json({ accessToken: sign(session.username), refreshToken: create(session) });
});

app.post("/token", theftGuard, (req, res) => {
  const hash = hashOf(req.body.refreshToken);
  const session = valid.get(hash);
  if (!session || session.end <= Date.now()) return res.status(403).json({ error: "Forbidden" });
  retire(hash);
  res.json({ accessToken: sign(session.username), refreshToken: create(session) });
});

app.get("/me", (req, res) => {
  const [scheme, token] = (req.headers.authorization || "").split(" ");
  try {
    if (scheme !== "Bearer") throw new Error("Bearer please");
    res.json({ username: jwt.verify(token, process.env.ACCESS_TOKEN_SECRET).username });
  } catch (error) {
    res.status(401).json({ error: "Unauthorized" });
  }
});

app.post("/logout", theftGuard, (req, res) => { // here
  retire(hashOf(req.body.refreshToken));
  res.status(204).end();
});

app.listen(3000);
