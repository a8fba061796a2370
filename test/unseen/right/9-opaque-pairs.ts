import crypto from "node:crypto";
import express from "express";

// Both tokens are random; a pair lives and dies together.
interface Pair {
  username: string;
  access: string; // hash
  refresh: string; // hash
  accessEnd: number;
  refreshEnd: number;
}

let pairs: Pair[] = [];

const hash = (token: string): string => crypto.createHash("sha256").update(token).digest("base64url");
const random = (): string => crypto.randomBytes(32).toString("base64url");

function open(username: string) {
  const accessToken = random();
  const refreshToken = random();
  const now = Date.now();
  pairs.push({
    username,
    access: hash(accessToken),
    refresh: hash(refreshToken),
    accessEnd: now + 15 * 60_000,
    refreshEnd: now + 7 * 24 * 60 * 60_000,
  });
  return { accessToken, refreshToken };
}

function close(refreshToken: unknown): Pair | undefined {
  const wanted = hash(String(refreshToken));
  const pair = pairs.find((p) => p.refresh === wanted);
  pairs = pairs.filter((p) => p !== pair && p.refreshEnd > Date.now());
  return pair && pair.refreshEnd > Date.now() ? pair : undefined;
}

const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  res.json(open(req.body.username));
});

app.post("/token", (req, res) => {
  const pair = close(req.body?.refreshToken);
  if (!pair) {
    res.status(403).json({ error: "Forbidden" });
    return;
  }
  res.json(open(pair.username));
});

app.post("/logout", (req, res) => {
  close(req.body?.refreshToken);
  res.sendStatus(204);
});

app.get("/me", (req, res) => {
  const token = req.headers.authorization?.startsWith("Bearer ") ? req.headers.authorization.slice(7) : "";
  const pair = pairs.find((p) => p.access === hash(token) && p.accessEnd > Date.now());
  if (pair) res.json({ username: pair.username });
  else res.status(401).json({ error: "Unauthorized" });
});

app.listen(3000);
