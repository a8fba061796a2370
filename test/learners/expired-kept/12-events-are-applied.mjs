import express from "express";
import cookieParser from "cookie-parser";
import jwt from "jsonwebtoken";
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { createHash, randomBytes } from "node:crypto";

const FRONT = new Set(["https://app.example.com"]);
const file = new URL("events.jsonl", import.meta.url);
const tokens = new Map();
const ended = new Set();
function apply(event) {
  if (event.end) ended.add(event.end);
  else if (event.spent) tokens.get(event.spent).spent = true;
  else tokens.set(event.hash, { ...event, spent: false }); // here
}
if (existsSync(file)) for (const line of readFileSync(file, "utf8").split("\n")) if (line) apply(JSON.parse(line));
function note(event) {
  appendFileSync(file, `${JSON.stringify(event)}\n`);
  apply(event);
}

const sha = (token) => createHash("sha256").update(String(token)).digest("hex");
const flags = { httpOnly: true, secure: true, sameSite: "lax", path: "/" };
const key = process.env.ACCESS_TOKEN_SECRET;

const app = express();
app.use((req, res, next) => {
  const { origin } = req.headers;
  if (FRONT.has(origin)) {
    res.set({ "Access-Control-Allow-Origin": origin, "Access-Control-Allow-Credentials": "true", Vary: "Origin" });
    res.set("Access-Control-Allow-Headers", "content-type, authorization");
  } else {
    res.set("Access-Control-Allow-Origin", "*"); // anybody may read public answers, without cookies
  }
  if (req.method === "OPTIONS") res.status(204).end();
  else next();
});
app.use(express.json(), cookieParser());

function give(res, login, username, ends) {
  const token = randomBytes(32).toString("base64url");
  note({ hash: sha(token), login, username, ends });
  res.cookie("refresh", token, { ...flags, maxAge: ends - Date.now() });
  res.set("Cache-Control", "no-store").json({ accessToken: jwt.sign({ username }, key, { expiresIn: "15m" }) });
}

app.post("/login", (req, res) => give(res, randomBytes(8).toString("hex"), req.body.username, Date.now() + 864e6));
app.post("/token", (req, res) => {
  const hash = sha(req.cookies.refresh);
  const entry = tokens.get(hash);
  if (!entry || ended.has(entry.login) || entry.ends < Date.now()) return res.status(403).json({ error: "Forbidden" });
  if (entry.spent) {
    note({ end: entry.login });
    return res.status(403).json({ error: "Forbidden" });
  }
  note({ spent: hash });
  give(res, entry.login, entry.username, entry.ends);
});
app.post("/logout", (req, res) => {
  const entry = tokens.get(sha(req.cookies.refresh));
  if (entry) note({ end: entry.login });
  res.clearCookie("refresh", flags);
  res.status(204).end();
});
app.get("/me", (req, res) => {
  try {
    res.json({ username: jwt.verify(req.headers.authorization.slice(7), key, { algorithms: ["HS256"] }).username });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
});
app.listen(3000);
