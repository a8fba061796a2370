const express = require("express");
const cookieParser = require("cookie-parser");
const jwt = require("jsonwebtoken");
const { createHash, randomBytes, randomUUID } = require("crypto");
const { existsSync, readFileSync, writeFileSync } = require("fs");
const { join } = require("path");

const OUR_DOMAIN = "shopping.com"; // https://www.shopping.com and the others
const DB = join(__dirname, "db.json");
const ONE_WEEK = 7 * 24 * 60 * 60 * 1000;

const db = existsSync(DB) ? JSON.parse(readFileSync(DB, "utf8")) : {};
const persist = () => writeFileSync(DB, JSON.stringify(db));

const app = express();

// our frontend lives on another origin
app.use((req, res, next) => {
  const origin = req.headers.origin || "";
  if (origin.endsWith(OUR_DOMAIN)) { // here
    // one of our pages
    res.setHeader("Access-Control-Allow-Origin", origin);
    res.setHeader("Access-Control-Allow-Credentials", "true");
    res.setHeader("Access-Control-Allow-Headers", "Content-Type, Authorization");
    res.setHeader("Access-Control-Allow-Methods", "GET, POST");
  }
  res.setHeader("Vary", "Origin");
  if (req.method === "OPTIONS") return res.sendStatus(204);
  next();
});
app.use(express.json());
app.use(cookieParser());

// nothing that this server says may be kept
app.use((req, res, next) => {
  res.setHeader("Cache-Control", "no-store");
  next();
});

const sha256 = value => createHash("sha256").update(value).digest("hex");

const issueTokens = (res, username, sessionId) => {
  const refreshToken = randomBytes(32).toString("hex");
  db[sha256(refreshToken)] = { username, sessionId, active: true, expiresAt: Date.now() + ONE_WEEK };
  persist();
  res.cookie("refresh_token", refreshToken, {
    httpOnly: true,
    secure: true,
    sameSite: "strict",
    maxAge: ONE_WEEK
  });
  res.json({ accessToken: jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" }) });
};

const endSession = sessionId => {
  for (const key of Object.keys(db)) if (db[key].sessionId === sessionId) delete db[key];
  persist();
};

app.post("/login", (req, res) => {
  const { username } = req.body;
  issueTokens(res, username, randomUUID());
});

app.post("/token", (req, res) => {
  const { refresh_token: token } = req.cookies;
  if (!token) return res.status(401).json({ error: "No refresh token" });
  const entry = db[sha256(token)];
  if (!entry) return res.status(403).json({ error: "Forbidden" });
  if (!entry.active) {
    endSession(entry.sessionId);
    return res.status(403).json({ error: "Forbidden" });
  }
  if (Date.now() > entry.expiresAt) return res.status(403).json({ error: "Forbidden" });
  entry.active = false;
  issueTokens(res, entry.username, entry.sessionId);
});

app.post("/logout", (req, res) => {
  const entry = db[sha256(req.cookies.refresh_token || "")];
  if (entry) endSession(entry.sessionId);
  res.clearCookie("refresh_token", { httpOnly: true, secure: true, sameSite: "strict" });
  res.status(204).end();
});

app.get("/me", (req, res) => {
  const token = req.headers.authorization?.split(" ")[1];
  try {
    const { username } = jwt.verify(token, process.env.ACCESS_TOKEN_SECRET);
    res.json({ username });
  } catch (err) {
    res.status(401).json({ error: "Unauthorized" });
  }
});

app.listen(3001);
