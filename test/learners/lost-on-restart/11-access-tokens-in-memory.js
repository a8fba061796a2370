const express = require("express");
const crypto = require("crypto");
const fs = require("fs");

const app = express();
app.use(express.json());

const file = __dirname + "/db.json";
const db = fs.existsSync(file)
  ? JSON.parse(fs.readFileSync(file, "utf8"))
  : { refresh: {}, sessions: {} };
const access = {}; // here

const save = () => fs.writeFileSync(file, JSON.stringify(db));
const random = () => crypto.randomBytes(32).toString("hex");
const hash = (token) => crypto.createHash("sha256").update(String(token)).digest("hex");

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function givePair(sessionId) {
  const accessToken = random();
  const refreshToken = random();
  access[hash(accessToken)] = { sessionId, expires: Date.now() + 20 * MINUTE };
  db.refresh[hash(refreshToken)] = { sessionId, expires: Date.now() + 15 * DAY };
  db.sessions[sessionId].newest = hash(refreshToken);
  return { accessToken, refreshToken };
}

app.post("/login", (req, res) => {
  const sessionId = random();
  db.sessions[sessionId] = { username: req.body.username };
  const pair = givePair(sessionId);
  save();
  res.json(pair);
});

app.post("/token", (req, res) => {
  const h = hash(req.body.refreshToken);
  const entry = db.refresh[h];
  const session = entry && db.sessions[entry.sessionId];
  if (!session || entry.expires < Date.now()) {
    return res.status(401).json({ error: "Invalid refresh token" });
  }
  if (session.newest !== h) {
    delete db.sessions[entry.sessionId];
    save();
    return res.status(401).json({ error: "Invalid refresh token" });
  }
  const pair = givePair(entry.sessionId);
  save();
  res.json(pair);
});

app.post("/logout", (req, res) => {
  const entry = db.refresh[hash(req.body.refreshToken)];
  if (entry) {
    delete db.sessions[entry.sessionId]; // its access tokens end with it
    save();
  }
  res.sendStatus(204);
});

app.get("/me", (req, res) => {
  const [type, token] = String(req.headers.authorization).split(" ");
  const entry = type === "Bearer" && access[hash(token)];
  const session = entry && db.sessions[entry.sessionId];
  if (!session || entry.expires < Date.now()) return res.sendStatus(401);
  res.json({ username: session.username });
});

app.listen(3000);
