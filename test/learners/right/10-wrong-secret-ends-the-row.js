const express = require("express");
const { createHash, randomBytes, timingSafeEqual } = require("crypto");
const jwt = require("jsonwebtoken");

const app = express();
app.use(express.json());

// token = id:secret, the id stays the same for the whole login, the secret changes with each renewal
const logins = {};

const sha = (s) => createHash("sha256").update(s).digest();

function renewSecret(id) {
  const secret = randomBytes(32).toString("hex");
  logins[id].secret = sha(secret);
  return `${id}:${secret}`;
}

const access = (username) => jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" });

app.post("/login", (req, res) => {
  const id = randomBytes(12).toString("hex");
  logins[id] = { username: req.body.username, until: Date.now() + 7 * 24 * 60 * 60 * 1000 };
  res.json({ accessToken: access(req.body.username), refreshToken: renewSecret(id) });
});

app.post("/token", (req, res) => {
  const [id, secret = ""] = String(req.body?.refreshToken).split(":");
  const login = Object.hasOwn(logins, id) ? logins[id] : null;
  if (!login) return res.status(403).json({ error: "Forbidden" });
  // Right id, but not the secret of today: an old token or a forged one. Either way this login is burnt.
  if (!timingSafeEqual(login.secret, sha(secret)) || login.until < Date.now()) {
    delete logins[id];
    return res.status(403).json({ error: "Forbidden" });
  }
  res.json({ accessToken: access(login.username), refreshToken: renewSecret(id) });
});

app.post("/logout", (req, res) => {
  const [id] = String(req.body?.refreshToken).split(":");
  delete logins[id];
  res.status(204).end();
});

app.get("/me", (req, res) => {
  const token = (req.headers.authorization || "").replace(/^Bearer /, "");
  try {
    res.json({ username: jwt.verify(token, process.env.ACCESS_TOKEN_SECRET).username });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
});

app.listen(3000);
