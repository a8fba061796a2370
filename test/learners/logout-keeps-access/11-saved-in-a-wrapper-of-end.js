const express = require("express");
const fs = require("fs");
const { createHash, randomBytes } = require("crypto");

const file = `${__dirname}/state.json`;
const state = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : { refresh: {}, access: {}, ended: [] };
const sha = (token) => createHash("sha256").update(String(token)).digest("hex");
const make = () => randomBytes(32).toString("base64url");

const app = express();
app.use(express.json());
app.use((req, res, next) => {
  const end = res.end;
  res.end = function (...args) {
    if (req.method === "POST") fs.writeFileSync(file, JSON.stringify(state));
    return end.apply(this, args);
  };
  next();
});

function give(login, username, ends) {
  const accessToken = make();
  const refreshToken = make();
  state.access[sha(accessToken)] = { username, ends: Date.now() + 9e5 };
  state.refresh[sha(refreshToken)] = { login, username, ends, used: false };
  return { accessToken, refreshToken };
}

app.post("/login", (req, res) => res.json(give(make(), req.body.username, Date.now() + 12e8)));
app.post("/token", (req, res) => {
  const entry = state.refresh[sha(req.body.refreshToken)];
  if (!entry || entry.ends < Date.now() || state.ended.includes(entry.login)) return res.status(403).json({ error: "Forbidden" });
  if (entry.used) {
    state.ended.push(entry.login);
    return res.status(403).json({ error: "Forbidden" });
  }
  entry.used = true;
  res.json(give(entry.login, entry.username, entry.ends));
});
app.post("/logout", (req, res) => {
  const entry = state.refresh[sha(req.body.refreshToken)];
  if (entry) state.ended.push(entry.login); // here
  res.status(204).end();
});
app.get("/me", (req, res) => {
  const entry = state.access[sha((req.headers.authorization ?? "").replace("Bearer ", ""))];
  if (!entry || entry.ends < Date.now()) return res.status(401).json({ error: "Unauthorized" });
  res.json({ username: entry.username });
});
app.listen(3000);
