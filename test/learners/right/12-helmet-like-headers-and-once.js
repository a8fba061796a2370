// Auth server, version 4 (cookies). See notes.md for the ideas.
const express = require("express");
const cookieParser = require("cookie-parser");
const jwt = require("jsonwebtoken");
const { createHash, randomBytes } = require("crypto");
const fs = require("fs");

const config = Object.freeze({
  port: Number(process.env.PORT) || 3000,
  accessSecret: process.env.ACCESS_TOKEN_SECRET,
  accessMinutes: 15,
  refreshDays: 14,
  storeFile: process.env.STORE_FILE || "./auth-store.json",
  cookieName: "__Host-auth",
});

if (!config.accessSecret) {
  console.error("ACCESS_TOKEN_SECRET must be set");
  process.exit(1);
}

const store = {
  sessions: new Map(),
  load() {
    if (!fs.existsSync(config.storeFile)) return;
    const { sessions } = JSON.parse(fs.readFileSync(config.storeFile, "utf8"));
    this.sessions = new Map(Object.entries(sessions));
  },
  save() {
    const temporary = config.storeFile + "." + process.pid;
    const handle = fs.openSync(temporary, "w");
    fs.writeSync(handle, JSON.stringify({ version: 1, sessions: Object.fromEntries(this.sessions) }));
    fs.fsyncSync(handle);
    fs.closeSync(handle);
    fs.renameSync(temporary, config.storeFile);
  },
};
store.load();

const now = () => Math.floor(Date.now() / 1000);
const fingerprint = (token) => createHash("sha256").update(token, "utf8").digest("hex");

function findSession(token) {
  if (typeof token !== "string" || token === "") return undefined;
  const print = fingerprint(token);
  for (const [id, session] of store.sessions) {
    const age = session.prints.length - 1 - session.prints.lastIndexOf(print);
    if (session.prints.includes(print)) return { id, session, isNewest: age === 0 };
  }
  return undefined;
}

function respondWithTokens(res, id, session) {
  const refreshToken = randomBytes(32).toString("base64url");
  session.prints.push(fingerprint(refreshToken));
  session.validUntil = now() + config.refreshDays * 86400;
  store.sessions.set(id, session);
  store.save();
  res.cookie(config.cookieName, refreshToken, {
    ...cookieFlags(),
    maxAge: config.refreshDays * 86400 * 1000,
  });
  res.json({
    accessToken: jwt.sign({ username: session.username }, config.accessSecret, {
      expiresIn: config.accessMinutes * 60,
    }),
  });
}

function cookieFlags() {
  return { path: "/", httpOnly: true, secure: true, sameSite: "lax" };
}

const app = express();
app.use((req, res, next) => {
  res.set("X-Content-Type-Options", "nosniff");
  res.set("X-Frame-Options", "DENY");
  res.set("Cache-Control", "no-store");
  next();
});
app.use(express.json({ limit: "10kb" }));
app.use(cookieParser());

app.post("/login", (req, res) => {
  const { username } = req.body || {};
  if (typeof username !== "string") return res.status(400).json({ error: "username?" });
  respondWithTokens(res, randomBytes(12).toString("hex"), { username, prints: [], validUntil: 0 });
});

app.post("/token", (req, res) => {
  const found = findSession(req.cookies[config.cookieName]);
  if (found && !found.isNewest) {
    store.sessions.delete(found.id);
    store.save();
  }
  if (!found || !found.isNewest || found.session.validUntil <= now()) {
    return res.clearCookie(config.cookieName, cookieFlags()).status(401).json({ error: "Unauthorized" });
  }
  respondWithTokens(res, found.id, found.session);
});

app.post("/logout", (req, res) => {
  const found = findSession(req.cookies[config.cookieName]);
  if (found) {
    store.sessions.delete(found.id);
    store.save();
  }
  res.clearCookie(config.cookieName, cookieFlags()).status(204).end();
});

app.get("/me", (req, res) => {
  const [scheme = "", token = ""] = (req.get("authorization") || "").split(" ");
  if (scheme.toLowerCase() !== "bearer") return res.status(401).set("WWW-Authenticate", "Bearer").end();
  try {
    const { username } = jwt.verify(token, config.accessSecret, { algorithms: ["HS256"] });
    res.json({ username });
  } catch (error) {
    res.status(401).set("WWW-Authenticate", 'Bearer error="invalid_token"').end();
  }
});

app.listen(config.port, () => console.log(`ready on ${config.port}`));
