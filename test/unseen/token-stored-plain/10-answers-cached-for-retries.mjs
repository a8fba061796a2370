import express from "express";
import jwt from "jsonwebtoken";
import { createHash, randomBytes, randomUUID } from "node:crypto";

const app = express();
app.use(express.json());

const records = new Map();
// what was answered last, by session: handy for support
const lastAnswer = new Map();

const sha256 = (s) => createHash("sha256").update(String(s)).digest("hex");

function answer(session, username) {
  const refreshToken = randomBytes(32).toString("hex");
  records.set(sha256(refreshToken), { session, username, used: false, end: Date.now() + 7 * 24 * 60 * 60 * 1000 });
  const body = {
    accessToken: jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" }),
    refreshToken,
  };
  lastAnswer.set(session, JSON.stringify(body)); // here
  return body;
}

function close(session) {
  for (const [hash, record] of records) if (record.session === session) records.delete(hash);
  lastAnswer.delete(session);
}

app.post("/login", (req, res) => {
  res.json(answer(randomUUID(), req.body.username));
});

app.post("/token", (req, res) => {
  const record = records.get(sha256(req.body?.refreshToken));
  if (!record) return res.status(403).json({ error: "Forbidden" });
  if (record.used || record.end < Date.now()) {
    close(record.session);
    return res.status(403).json({ error: "Forbidden" });
  }
  record.used = true;
  res.json(answer(record.session, record.username));
});

app.post("/logout", (req, res) => {
  const record = records.get(sha256(req.body?.refreshToken));
  if (record) close(record.session);
  res.sendStatus(204);
});

app.get("/me", (req, res) => {
  const token = req.headers.authorization?.split(" ")[1];
  try {
    res.json({ username: jwt.verify(token, process.env.ACCESS_TOKEN_SECRET).username });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
});

app.listen(3000);
