const { createHash, randomUUID } = require("node:crypto");
const express = require("express");
const jwt = require("jsonwebtoken");

const hash = (token) => createHash("sha256").update(String(token)).digest("hex");
const MONTH = 28 * 24 * 60 * 60 * 1000;

class TokenService {
  good = {};
  spent = {};

  issue(user) {
    const token = `${randomUUID()}.${randomUUID()}`;
    this.good[hash(token)] = user;
    return token;
  }

  rotate(token) {
    const key = hash(token);
    if (key in this.spent) {
      // stolen, so everything has to go
      this.revoke(key); // here
      return null;
    }
    const user = this.good[key];
    if (!user || user.end < Date.now()) return null;
    this.spent[key] = user;
    delete this.good[key];
    return { user, token: this.issue(user) };
  }

  revoke(key) {
    delete this.good[key];
  }
}

const service = new TokenService();
const sign = ({ username }) => jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "1h" });

const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  const user = { username: req.body.username, end: Date.now() + MONTH };
  res.json({ accessToken: sign(user), refreshToken: service.issue(user) });
});

app.post("/token", (req, res) => {
  const result = service.rotate(req.body?.refreshToken);
  if (result === null) {
    return res.status(403).json({ error: "Forbidden" });
  }
  res.json({ accessToken: sign(result.user), refreshToken: result.token });
});

app.post("/logout", (req, res) => {
  service.revoke(hash(req.body?.refreshToken));
  res.sendStatus(204);
});

app.get("/me", (req, res) => {
  try {
    const { username } = jwt.verify(req.headers.authorization.split(" ")[1], process.env.ACCESS_TOKEN_SECRET);
    res.json({ username });
  } catch {
    res.sendStatus(401);
  }
});

app.listen(3000);
