const express = require("express");
const crypto = require("crypto");
const fs = require("fs");

const app = express();
app.use(express.json());

const file = __dirname + "/state.json";
const state = fs.existsSync(file)
  ? JSON.parse(fs.readFileSync(file, "utf8"))
  : { access: {}, refresh: {}, sessions: {} };

const save = () => fs.writeFileSync(file, JSON.stringify(state));
const random = () => crypto.randomBytes(32).toString("hex");
const hash = (token) => crypto.createHash("sha256").update(String(token)).digest("hex");

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function givePair(sessionId) {
  const accessToken = random();
  const refreshToken = random();
  state.access[hash(accessToken)] = { sessionId, expires: Date.now() + 20 * MINUTE };
  state.refresh[hash(refreshToken)] = { sessionId, expires: Date.now() + 15 * DAY };
  state.sessions[sessionId].newest = hash(refreshToken);
  return { accessToken, refreshToken };
}

app.post("/login", (req, res) => {
  const sessionId = random();
  state.sessions[sessionId] = { username: req.body.username };
  const pair = givePair(sessionId);
  save();
  res.json(pair);
});

app.post("/token", (req, res) => {
  const h = hash(req.body.refreshToken);
  const entry = state.refresh[h];
  const session = entry && state.sessions[entry.sessionId];
  if (!session || entry.expires < Date.now()) {
    return res.status(401).json({ error: "Invalid refresh token" });
  }
  if (session.newest !== h) {
    delete state.sessions[entry.sessionId];
    save();
    return res.status(401).json({ error: "Invalid refresh token" });
  }
  const pair = givePair(entry.sessionId);
  save();
  res.json(pair);
});

app.post("/logout", (req, res) => {
  const entry = state.refresh[req.body.refreshToken]; // here
  if (entry) {
    delete state.sessions[entry.sessionId]; // its access tokens end with it
    save();
  }
  res.sendStatus(204);
});

app.get("/me", (req, res) => {
  const [type, token] = String(req.headers.authorization).split(" ");
  const entry = type === "Bearer" && state.access[hash(token)];
  const session = entry && state.sessions[entry.sessionId];
  if (!session || entry.expires < Date.now()) return res.sendStatus(401);
  res.json({ username: session.username });
});

app.listen(3000);
