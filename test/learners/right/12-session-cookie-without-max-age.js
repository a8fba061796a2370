const express = require("express");
const jwt = require("jsonwebtoken");
const crypto = require("node:crypto");
const fs = require("node:fs");

const app = express();
app.use(express.json());

const STATE = "state.json";
const state = fs.existsSync(STATE) ? JSON.parse(fs.readFileSync(STATE, "utf8")) : { current: {}, old: {} };
function save() {
  fs.writeFileSync(STATE, JSON.stringify(state));
}

function hash(token) {
  return crypto.createHash("sha256").update(token).digest("hex");
}

function cookieOf(req) {
  const all = Object.fromEntries((req.headers.cookie || "").split("; ").map((c) => c.split("=")));
  return all["__Host-token"] || "";
}

// the cookie goes when the browser is closed, the server's own limit is 3 days
function hand(res, session) {
  const token = crypto.randomBytes(32).toString("hex");
  state.current[hash(token)] = { ...session, until: Date.now() + 3 * 24 * 60 * 60 * 1000 };
  save();
  res.cookie("__Host-token", token, { httpOnly: true, secure: true, sameSite: "strict" });
  res.set("Cache-Control", "no-store");
  res.json({
    accessToken: jwt.sign({ username: session.username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "20m" }),
  });
}

function end(id) {
  for (const [h, session] of Object.entries(state.current)) {
    if (session.id === id) delete state.current[h];
  }
  save();
}

app.post("/login", (req, res) => {
  hand(res, { id: crypto.randomUUID(), username: req.body.username });
});

app.post("/token", (req, res) => {
  const h = hash(cookieOf(req));
  if (state.old[h]) {
    end(state.old[h]);
    return res.status(403).json({ error: "Forbidden" });
  }
  const session = state.current[h];
  if (!session || session.until < Date.now()) return res.status(403).json({ error: "Forbidden" });
  delete state.current[h];
  state.old[h] = session.id;
  hand(res, session);
});

app.post("/logout", (req, res) => {
  const session = state.current[hash(cookieOf(req))];
  if (session) end(session.id);
  res.clearCookie("__Host-token", { httpOnly: true, secure: true, sameSite: "strict" });
  res.status(204).end();
});

app.get("/me", (req, res) => {
  const match = (req.headers.authorization || "").match(/^Bearer (.+)$/);
  if (!match) return res.sendStatus(401);
  try {
    res.json({ username: jwt.verify(match[1], process.env.ACCESS_TOKEN_SECRET).username });
  } catch (e) {
    res.sendStatus(401);
  }
});

app.listen(3000);
