const express = require("express");
const crypto = require("crypto");
const jwt = require("jsonwebtoken");

const app = express();
app.use(express.json());

// { ada: [ { id, hash, expires }, ... ], grace: [ ... ] }
const sessionsByUser = {};

const hash = (s) => crypto.createHash("sha256").update(s).digest("hex");
const expiry = () => Date.now() + 1000 * 60 * 60 * 24 * 10;

function locate(token) {
  const wanted = hash(token || "");
  for (const username of Object.keys(sessionsByUser)) {
    const session = sessionsByUser[username].find((s) => s.hash === wanted);
    if (session && session.expires > Date.now()) return { username, session };
  }
  return {};
}

app.post("/login", (req, res) => {
  const { username } = req.body;
  const secret = crypto.randomBytes(32).toString("hex");
  sessionsByUser[username] = sessionsByUser[username] || [];
  // clean up while we are here
  sessionsByUser[username] = sessionsByUser[username].filter((s) => s.expires > Date.now());
  sessionsByUser[username].push({ id: crypto.randomUUID(), hash: hash(secret), expires: expiry() });
  res.json({ accessToken: makeAccess(username), refreshToken: secret });
});

app.post("/token", (req, res) => {
  const { username, session } = locate(req.body.refreshToken);
  if (!session) return res.status(403).json({ error: "Forbidden" });
  const secret = crypto.randomBytes(32).toString("hex");
  sessionsByUser[username] = [{ id: session.id, hash: hash(secret), expires: expiry() }]; // here
  res.json({ accessToken: makeAccess(username), refreshToken: secret });
});

app.post("/logout", (req, res) => {
  const { username, session } = locate(req.body.refreshToken);
  if (session) {
    sessionsByUser[username] = sessionsByUser[username].filter((s) => s.id !== session.id);
  }
  res.status(204).end();
});

app.get("/me", (req, res) => {
  const [, token] = (req.headers.authorization ?? "").split(" ");
  const payload = readAccess(token);
  if (!payload) return res.status(401).json({ error: "Unauthorized" });
  res.json({ username: payload.username });
});

function makeAccess(username) {
  return jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" });
}

function readAccess(token) {
  try {
    return jwt.verify(token, process.env.ACCESS_TOKEN_SECRET);
  } catch {
    return null;
  }
}

app.listen(3000);
