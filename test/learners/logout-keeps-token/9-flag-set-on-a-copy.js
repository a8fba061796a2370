const express = require("express");
const { randomBytes, createHash } = require("crypto");
const { sign, verify } = require("jsonwebtoken");

const app = express();
app.use(express.json());

// every token ever given out (as a hash), with what became of it
const tokens = [];

const h = (s) => createHash("sha256").update(s).digest("hex");

const give = (username) => {
  const token = randomBytes(32).toString("hex");
  tokens.push({ h: h(token), username, exp: Date.now() + 1000 * 60 * 60 * 24 * 7, used: false, revoked: false });
  return token;
};

const good = (token) => {
  if (!token) return undefined;
  const hashed = h(token);
  return tokens.find((t) => t.h === hashed && !t.used && !t.revoked && t.exp > Date.now());
};

const access = (username) => sign({ username }, process.env.JWT_SECRET, { expiresIn: "10m" });

app.post("/login", (req, res) => {
  const { username } = req.body;
  res.json({ accessToken: access(username), refreshToken: give(username) });
});

app.post("/token", (req, res) => {
  const t = good(req.body.refreshToken);
  if (t === undefined) {
    return res.status(403).json({ error: "Forbidden" });
  }
  t.used = true;
  res.json({ accessToken: access(t.username), refreshToken: give(t.username) });
});

app.post("/logout", (req, res) => {
  const t = good(req.body.refreshToken);
  const gone = { ...t, revoked: true }; // here
  console.log(gone.username, "logged out");
  res.sendStatus(204);
});

app.get("/me", (req, res) => {
  const parts = (req.headers.authorization || "").split(" ");
  if (parts[0] !== "Bearer") return res.sendStatus(401);
  try {
    res.json({ username: verify(parts[1], process.env.JWT_SECRET).username });
  } catch (e) {
    res.sendStatus(401);
  }
});

app.listen(3000);
