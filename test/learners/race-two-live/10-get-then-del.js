const express = require("express");
const crypto = require("crypto");
const jwt = require("jsonwebtoken");
const { setTimeout: sleep } = require("node:timers/promises");

// A stand-in for Redis.
const redis = {
  data: new Map(),
  async set(key, value) {
    await sleep(1);
    this.data.set(key, JSON.stringify(value));
  },
  async get(key) {
    await sleep(1);
    return JSON.parse(this.data.get(key) ?? "null");
  },
  async del(key) {
    await sleep(1);
    this.data.delete(key);
  },
};

const hash = (t) => crypto.createHash("sha256").update(String(t)).digest("hex");
const TTL = 7 * 24 * 60 * 60 * 1000;

async function issue(sid) {
  const session = await redis.get(`session:${sid}`);
  if (!session) return null;
  const refreshToken = crypto.randomBytes(32).toString("hex");
  await redis.set(`token:${hash(refreshToken)}`, sid);
  const accessToken = jwt.sign({ username: session.username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" });
  return { accessToken, refreshToken };
}

const app = express();
app.use(express.json());

app.post("/login", async (req, res) => {
  const sid = crypto.randomUUID();
  await redis.set(`session:${sid}`, { username: req.body.username, expires: Date.now() + TTL });
  res.json(await issue(sid));
});

app.post("/token", async (req, res) => {
  const h = hash(req.body?.refreshToken);
  const sid = await redis.get(`token:${h}`);
  if (!sid) {
    const usedBy = await redis.get(`used:${h}`);
    if (usedBy) await redis.del(`session:${usedBy}`);
    return res.status(403).json({ error: "Forbidden" });
  }
  await redis.del(`token:${h}`); // here
  await redis.set(`used:${h}`, sid);
  const session = await redis.get(`session:${sid}`);
  if (!session || session.expires < Date.now()) return res.status(403).json({ error: "Forbidden" });
  const pair = await issue(sid);
  if (!pair) return res.status(403).json({ error: "Forbidden" });
  res.json(pair);
});

app.post("/logout", async (req, res) => {
  const h = hash(req.body?.refreshToken);
  const sid = await redis.get(`token:${h}`);
  await redis.del(`token:${h}`);
  if (sid) await redis.del(`session:${sid}`);
  res.sendStatus(204);
});

app.get("/me", (req, res) => {
  const token = req.headers.authorization?.replace("Bearer ", "");
  try {
    const { username } = jwt.verify(token, process.env.ACCESS_TOKEN_SECRET);
    res.json({ username });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
});

app.listen(3000);
