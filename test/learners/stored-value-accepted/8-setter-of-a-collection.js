const express = require("express");
const jwt = require("jsonwebtoken");
const { createHash, randomBytes } = require("crypto");

class Collection {
  constructor(fields) {
    this.fields = fields;
    this.docs = [];
  }

  #prepare(query) {
    const out = { ...query };
    for (const [name, setter] of Object.entries(this.fields)) {
      if (name in out) out[name] = setter(out[name]);
    }
    return out;
  }

  insert(doc) {
    const saved = this.#prepare(doc);
    this.docs.push(saved);
    return saved;
  }

  #matches(query) {
    const wanted = Object.entries(this.#prepare(query));
    return (doc) => wanted.every(([key, value]) => doc[key] === value);
  }

  findOne(query) {
    return this.docs.find(this.#matches(query));
  }

  remove(query) {
    const matches = this.#matches(query);
    this.docs = this.docs.filter((doc) => !matches(doc));
  }
}

const HASH = /^[0-9a-f]{64}$/;

// Setters run on every insert and on every query, so do not hash a hash.
const hashed = (value) =>
  HASH.test(value) ? value : createHash("sha256").update(String(value)).digest("hex"); // here

const RefreshTokens = new Collection({ token: hashed });
const LIFETIME = 7 * 24 * 60 * 60 * 1000;
const accessFor = (username) =>
  jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" });

const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  const username = req.body?.username;
  if (!username) return res.status(400).json({ error: "Bad Request" });
  const refreshToken = randomBytes(32).toString("base64url");
  RefreshTokens.insert({ token: refreshToken, username, expires: Date.now() + LIFETIME });
  res.json({ accessToken: accessFor(username), refreshToken });
});

app.post("/token", (req, res) => {
  const doc = RefreshTokens.findOne({ token: req.body?.refreshToken });
  if (!doc || doc.expires < Date.now()) return res.status(403).json({ error: "Forbidden" });
  res.json({ accessToken: accessFor(doc.username) });
});

app.post("/logout", (req, res) => {
  RefreshTokens.remove({ token: req.body?.refreshToken });
  res.status(204).end();
});

app.get("/me", (req, res) => {
  const token = req.headers.authorization?.match(/^Bearer (.+)$/)?.[1];
  try {
    const { username } = jwt.verify(token, process.env.ACCESS_TOKEN_SECRET, { algorithms: ["HS256"] });
    res.json({ username });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
});

app.listen(3000);
