import express from "express";
import jwt from "jsonwebtoken";
import crypto from "node:crypto";

const TTL = 7 * 24 * 60 * 60 * 1000;
const digest = (text) => crypto.createHash("sha256").update(`${text}`).digest("hex");

class RefreshStore {
  #rows = [];
  add(token, username) {
    this.#rows.push({ digest: digest(token), username, expiresAt: Date.now() + TTL });
  }
  get(token) {
    const wanted = digest(token);
    return this.#rows.find((row) => row.digest === wanted && row.expiresAt > Date.now());
  }
  replace(row, value) {
    row.digest = digest(value);
    row.expiresAt = Date.now() + TTL;
  }
  remove(token) {
    const wanted = digest(token);
    this.#rows = this.#rows.filter((row) => row.digest !== wanted);
  }
}

const store = new RefreshStore();
const makeToken = () => crypto.randomBytes(32).toString("base64url");
const makeAccess = (username) => jwt.sign({ username }, process.env.JWT_SECRET, { expiresIn: "15m" });

const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  const refreshToken = makeToken();
  store.add(refreshToken, req.body.username);
  res.json({ accessToken: makeAccess(req.body.username), refreshToken });
});

app.post("/token", (req, res) => {
  const row = store.get(req.body.refreshToken);
  if (!row) return res.status(403).json({ error: "Forbidden" });
  const refreshToken = makeToken();
  store.replace(row, digest(refreshToken)); // here
  res.json({ accessToken: makeAccess(row.username), refreshToken });
});

app.get("/me", (req, res) => {
  const bearer = /^Bearer (.+)/.exec(req.headers.authorization ?? "");
  try {
    res.json({ username: jwt.verify(bearer?.[1] ?? "", process.env.JWT_SECRET).username });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
});

app.post("/logout", (req, res) => {
  store.remove(req.body.refreshToken);
  res.status(204).end();
});

app.listen(3000);
