const crypto = require("node:crypto");
const express = require("express");
const jwt = require("jsonwebtoken");

// forgets by itself whatever is put in, like a cache
class Forgetful {
  constructor({ hours }) {
    this.keepFor = hours * 3_600_000;
    this.entries = {};
  }

  put(key, value) {
    this.entries[key] = value;
    setTimeout(() => this.drop(key), this.keepFor).unref(); // here
  }

  read(key) {
    return this.entries[key];
  }

  drop(key) {
    delete this.entries[key];
  }
}

const logins = new Forgetful({ hours: 24 * 28 });
const key = process.env.ACCESS_TOKEN_SECRET;
const accessTokenFor = (username) => jwt.sign({ username }, key, { expiresIn: "5m" });

const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  const refreshToken = crypto.randomUUID() + crypto.randomUUID();
  logins.put(refreshToken, req.body.username);
  res.json({ accessToken: accessTokenFor(req.body.username), refreshToken });
});

app.post("/token", (req, res) => {
  const username = logins.read(req.body?.refreshToken);
  if (!username) return res.status(403).json({ error: "Forbidden" });
  res.json({ accessToken: accessTokenFor(username) });
});

app.post("/logout", (req, res) => {
  logins.drop(req.body?.refreshToken);
  res.sendStatus(204);
});

app.get("/me", (req, res) => {
  const [, token] = (req.headers.authorization || "").split(" ");
  try {
    res.json({ username: jwt.verify(token, key).username });
  } catch {
    res.sendStatus(401);
  }
});

app.listen(3000);
