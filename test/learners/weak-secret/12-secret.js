const express = require("express");
const jwt = require("jsonwebtoken");
const crypto = require("crypto");
const fs = require("fs");

const app = express();

// a browser says from which page a request comes, we want our own only
const OWN = ["http://localhost:3000", "http://127.0.0.1:3000"];
app.use((req, res, next) => {
  const origin = req.get("origin");
  if (origin && !OWN.includes(origin)) return res.status(403).json({ error: "wrong origin" });
  next();
});
app.use(express.json());
app.use(["/login", "/token"], (req, res, next) => {
  res.set("Cache-Control", "no-store");
  res.set("Pragma", "no-cache");
  next();
});

const FILE = `${__dirname}/refresh.json`;
let entries = fs.existsSync(FILE) ? JSON.parse(fs.readFileSync(FILE, "utf8")) : [];
const write = () => fs.writeFileSync(FILE, JSON.stringify(entries));
const sha = (s) => crypto.createHash("sha256").update(s).digest("hex");
const SECRET = "secret"; // here
const days = (n) => n * 86_400_000;

function readCookie(req) {
  const part = (req.headers.cookie ?? "").split(/;\s*/).find((c) => c.startsWith("__Host-refresh="));
  return part ? part.slice("__Host-refresh=".length) : "";
}
function writeCookie(res, value) {
  res.cookie("__Host-refresh", value, { secure: true, httpOnly: true, sameSite: "strict", maxAge: days(7) });
}

function makeToken(user, chain) {
  const token = crypto.randomBytes(32).toString("base64url");
  entries.push({ hash: sha(token), user, chain, spent: false, end: Date.now() + days(7) });
  write();
  return token;
}
const access = (user) => jwt.sign({ user }, SECRET, { expiresIn: "15m" });

app.post("/login", (req, res) => {
  const user = req.body.username;
  writeCookie(res, makeToken(user, crypto.randomUUID()));
  res.json({ accessToken: access(user) });
});

app.post("/token", (req, res) => {
  const entry = entries.find((e) => e.hash === sha(readCookie(req)));
  if (!entry) return res.status(401).json({ error: "log in first" });
  if (entry.spent) {
    entries = entries.filter((e) => e.chain !== entry.chain);
    write();
    return res.status(401).json({ error: "log in again" });
  }
  if (entry.end < Date.now()) return res.status(401).json({ error: "log in again" });
  entry.spent = true;
  writeCookie(res, makeToken(entry.user, entry.chain));
  res.json({ accessToken: access(entry.user) });
});

app.post("/logout", (req, res) => {
  const entry = entries.find((e) => e.hash === sha(readCookie(req)));
  if (entry) {
    entries = entries.filter((e) => e.chain !== entry.chain);
    write();
  }
  res.clearCookie("__Host-refresh", { secure: true, httpOnly: true, sameSite: "strict" });
  res.status(204).end();
});

app.get("/me", (req, res) => {
  try {
    const { user } = jwt.verify(req.get("authorization").split(" ")[1], SECRET);
    res.json({ username: user });
  } catch {
    res.status(401).json({ error: "no" });
  }
});

app.listen(3000);
