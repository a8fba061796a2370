import express from "express";
import { randomBytes } from "node:crypto";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A map whose entries are gone after a while. */
class ExpiringMap {
  #entries = new Map();
  #ttl;

  constructor(ttl) {
    this.#ttl = ttl;
  }

  set(key, value) {
    this.#entries.set(key, [value, new Date(Date.now() + this.#ttl)]);
    return key;
  }

  get(key) {
    const [value, until] = this.#entries.get(key) ?? [];
    if (until === undefined) return undefined;
    if (new Date() >= until) {
      this.#entries.delete(key);
      return undefined;
    }
    return value;
  }

  delete(key) {
    return this.#entries.delete(key);
  }
}

const access = new ExpiringMap(10 * MINUTE);
const refresh = new ExpiringMap(3 * DAY);
const mint = (prefix, bytes) => prefix + randomBytes(bytes).toString("base64url");

const app = express();
app.use(express.json());

app.post("/login", ({ body }, res) => {
  const person = body?.username;
  if (!person) return res.sendStatus(400);
  res.json({
    accessToken: access.set(mint("at_", 24), person),
    refreshToken: refresh.set(mint("rt_", 36), person),
  });
});

app.post("/token", ({ body }, res) => {
  const token = body?.refreshToken;
  const person = refresh.get(token);
  if (!person) return res.status(403).json({ error: "Forbidden" });
  refresh.set(token, person);
  res.json({ accessToken: access.set(mint("at_", 24), person) });
});

app.post("/logout", ({ body }, res) => {
  refresh.delete(body?.refreshToken);
  res.status(204).end();
});

app.get("/me", (req, res) => {
  const bearer = /^bearer +(\S+)$/i.exec(req.get("authorization") ?? "");
  const username = bearer && access.get(bearer[1]);
  if (!username) return res.status(401).set("WWW-Authenticate", "Bearer").end();
  res.json({ username });
});

app.listen(3000);
