import express from "express";
import jwt from "jsonwebtoken";
import { createHash, randomBytes } from "node:crypto";
import { audit } from "./audit.mjs";

const app = express();
app.use(express.json());

const hash = (token) => createHash("sha256").update(`${token}`).digest("base64");
const TTL = 7 * 24 * 60 * 60 * 1000;
const key = process.env.JWT_SECRET;
let sessions = [];

app.post("/login", (req, res) => {
  const { username } = req.body;
  const refreshToken = randomBytes(32).toString("hex");
  sessions.push({ hash: hash(refreshToken), username, ends: Date.now() + TTL });
  audit("login", { username, refreshToken });
  res.json({ accessToken: jwt.sign({ username }, key, { expiresIn: 900 }), refreshToken });
});

app.post("/token", (req, res) => {
  const digest = hash(req.body.refreshToken);
  const session = sessions.find((s) => s.hash === digest && s.ends > Date.now());
  if (!session) {
    audit("refused", { ip: req.ip });
    return res.status(403).json({ error: "Forbidden" });
  }
  const { username } = session;
  audit("renewal", { username });
  res.json({ accessToken: jwt.sign({ username }, key, { expiresIn: 900 }) });
});

app.post("/logout", (req, res) => {
  const digest = hash(req.body.refreshToken);
  sessions = sessions.filter((s) => s.hash !== digest);
  audit("logout", {});
  res.status(204).end();
});

app.get("/me", (req, res) => {
  const header = req.headers.authorization ?? "";
  try {
    if (!header.startsWith("Bearer ")) throw new Error();
    res.json({ username: jwt.verify(header.slice(7), key, { algorithms: ["HS256"] }).username });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
});

app.listen(3000);
