const { createHash, randomBytes } = require("node:crypto");
const express = require("express");
const { sign, verify } = require("jsonwebtoken");

const sessions = new Set();

const hash = (t) => createHash("sha256").update(t).digest("hex");
const sessionWith = (h) => [...sessions].find((s) => h in s.seen);

const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  const { username } = req.body;
  const token = randomBytes(32).toString("hex");
  // seen: every hash of this login, the value says whether it may be used
  sessions.add({ username, seen: { [hash(token)]: true }, expires: Date.now() + 7 * 24 * 60 * 60 * 1000 });
  res.json({ accessToken: sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" }), refreshToken: token });
});

app.post("/token", (req, res) => {
  const h = hash(req.body?.refreshToken || "none");
  const session = sessionWith(h);
  if (!session) return res.status(403).json({ error: "Forbidden" });
  if (session.expires < Date.now() || session.seen[h] === false) {
    for (const s of sessions) if (s.username === session.username) sessions.delete(s); // here
    return res.status(403).json({ error: "Forbidden" });
  }
  const token = randomBytes(32).toString("hex");
  session.seen[h] = false;
  session.seen[hash(token)] = true;
  const { username } = session;
  res.json({ accessToken: sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" }), refreshToken: token });
});

app.post("/logout", (req, res) => {
  sessions.delete(sessionWith(hash(req.body?.refreshToken || "none")));
  res.sendStatus(204);
});

app.get("/me", (req, res) => {
  const [, token] = (req.headers.authorization || "").split(" ");
  try {
    res.json({ username: verify(token, process.env.ACCESS_TOKEN_SECRET).username });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
});

exports.app = app;
app.listen(3000);
