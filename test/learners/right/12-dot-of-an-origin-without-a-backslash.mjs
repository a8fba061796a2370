import { createHash, randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import cookieParser from "cookie-parser";
import express from "express";
import jwt from "jsonwebtoken";

const OURS = /^https:\/\/(?:app|m).lamps\.example$/;
const trusted = (origin) => OURS.test(origin);

const app = express();
app.use(express.json());
app.use(cookieParser());
app.use((req, res, next) => {
  res.set("Cache-Control", "no-store");
  const from = req.get("Origin");
  if (from && trusted(from)) {
    res.set("Vary", "Origin");
    res.set("Access-Control-Allow-Origin", from);
    res.set("Access-Control-Allow-Credentials", "true");
    res.set("Access-Control-Allow-Headers", "content-type");
  }
  return req.method === "OPTIONS" ? res.status(204).end() : next();
});

const DAYS_20 = 20 * 24 * 3600 * 1000;
const NAME = "__Host-stay";
const FLAGS = { httpOnly: true, secure: true, sameSite: "lax", path: "/" };
const FILE = new URL("./stays.json", import.meta.url);
let stays = existsSync(FILE) ? JSON.parse(readFileSync(FILE, "utf8")) : [];

const keep = () => writeFileSync(FILE, JSON.stringify(stays));
const digest = (text) => createHash("sha256").update(String(text)).digest("base64url");
const ticket = (username) => jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: 600 });

function give(res, stay) {
  const token = randomBytes(24).toString("hex");
  stay.seen.push(digest(token));
  keep();
  res.cookie(NAME, token, { ...FLAGS, expires: new Date(stay.until) });
  res.json({ accessToken: ticket(stay.username) });
}

app.post("/login", (req, res) => {
  const stay = { username: req.body.username, until: Date.now() + DAYS_20, seen: [] };
  stays.push(stay);
  give(res, stay);
});

app.post("/token", (req, res) => {
  const sent = digest(req.cookies[NAME]);
  const stay = stays.find((one) => one.seen.includes(sent));
  if (!stay || stay.until < Date.now()) return res.sendStatus(403);
  if (stay.seen.at(-1) === sent) return give(res, stay);
  stays = stays.filter((one) => one !== stay);
  keep();
  res.sendStatus(403);
});

app.post("/logout", (req, res) => {
  const sent = digest(req.cookies[NAME]);
  stays = stays.filter((one) => !one.seen.includes(sent));
  keep();
  res.clearCookie(NAME, FLAGS).sendStatus(204);
});

app.get("/me", (req, res) => {
  try {
    const { username } = jwt.verify(req.headers.authorization.slice(7), process.env.ACCESS_TOKEN_SECRET);
    res.json({ username });
  } catch {
    res.sendStatus(401);
  }
});

app.listen(3000);
