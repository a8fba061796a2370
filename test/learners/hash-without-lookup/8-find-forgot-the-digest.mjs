import express from "express";
import jwt from "jsonwebtoken";
import { createHash, randomBytes } from "node:crypto";

class TokenStore {
  #rows = [];
  #ttl;

  constructor(ttl) {
    this.#ttl = ttl;
  }

  static #digest(token) {
    return createHash("sha256").update(token).digest("base64");
  }

  issue(username) {
    const token = randomBytes(32).toString("base64url");
    this.#rows.push({ username, digest: TokenStore.#digest(token), until: Date.now() + this.#ttl });
    return token;
  }

  find(token) {
    this.#rows = this.#rows.filter((row) => row.until > Date.now());
    return this.#rows.find((row) => row.digest === token); // here
  }

  revoke(token) {
    const digest = TokenStore.#digest(token);
    this.#rows = this.#rows.filter((row) => row.digest !== digest);
  }
}

const store = new TokenStore(10 * 24 * 60 * 60 * 1000);
const secret = process.env.ACCESS_TOKEN_SECRET;
const sign = (username) => jwt.sign({}, secret, { subject: username, expiresIn: "15m" });

const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  const { username } = req.body;
  res.json({ accessToken: sign(username), refreshToken: store.issue(username) });
});

app.post("/token", (req, res) => {
  const row = store.find(String(req.body?.refreshToken));
  if (!row) {
    res.status(403).json({ error: "Forbidden" });
    return;
  }
  res.json({ accessToken: sign(row.username) });
});

app.post("/logout", (req, res) => {
  store.revoke(String(req.body?.refreshToken));
  res.status(204).end();
});

app.get("/me", (req, res) => {
  const match = /^Bearer (.+)$/.exec(req.headers.authorization ?? "");
  try {
    const { sub } = jwt.verify(match?.[1] ?? "", secret);
    res.json({ username: sub });
  } catch {
    res.status(401).set("WWW-Authenticate", "Bearer").json({ error: "Unauthorized" });
  }
});

app.listen(3000, () => console.log("http://localhost:3000"));
