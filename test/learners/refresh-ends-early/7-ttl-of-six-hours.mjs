import { randomBytes } from "node:crypto";
import express from "express";
import { jwtVerify, SignJWT } from "jose";

/** A cache like lru-cache: forgets what is too old, or too much. */
class Cache {
  #entries = new Map();

  constructor({ max, ttl }) {
    this.max = max;
    this.ttl = ttl;
  }

  set(key, value) {
    this.#entries.delete(key);
    this.#entries.set(key, { value, expires: Date.now() + this.ttl });
    this.#prune();
  }

  get(key) {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    if (entry.expires <= Date.now()) {
      this.#entries.delete(key);
      return undefined;
    }
    return entry.value;
  }

  delete(key) {
    return this.#entries.delete(key);
  }

  #prune() {
    for (const [key, { expires }] of this.#entries) {
      if (expires <= Date.now() || this.#entries.size > this.max) this.#entries.delete(key);
      else break;
    }
  }
}

const sessions = new Cache({ max: 10_000, ttl: 1000 * 60 * 60 * 6 }); // here
const key = new TextEncoder().encode(process.env.ACCESS_TOKEN_SECRET);

const sign = (username) =>
  new SignJWT({ sub: username }).setProtectedHeader({ alg: "HS256" }).setExpirationTime("15m").sign(key);

const app = express();
app.use(express.json());

app.post("/login", async (req, res) => {
  const token = randomBytes(32).toString("hex");
  sessions.set(token, req.body.username);
  res.json({ accessToken: await sign(req.body.username), refreshToken: token });
});

app.post("/token", async (req, res) => {
  const username = sessions.get(req.body.refreshToken);
  if (username === undefined) return res.status(403).json({ error: "Forbidden" });
  res.json({ accessToken: await sign(username) });
});

app.post("/logout", (req, res) => {
  sessions.delete(req.body.refreshToken);
  res.sendStatus(204);
});

app.get("/me", async (req, res) => {
  const token = req.headers.authorization?.split(" ")[1] ?? "";
  const verified = await jwtVerify(token, key).catch(() => null);
  if (!verified) return res.status(401).json({ error: "Unauthorized" });
  res.json({ username: verified.payload.sub });
});

app.listen(3000);
