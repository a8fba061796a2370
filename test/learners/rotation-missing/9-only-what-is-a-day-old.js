const express = require("express");
const jwt = require("jsonwebtoken");
const { createHash, randomBytes } = require("crypto");

const app = express();
app.use(express.json());

const HOUR = 60 * 60 * 1000;
const LIFE = 7 * 24 * HOUR;
const ROTATE_AFTER = 24 * HOUR;

const sessions = new Map();
const sha = (s) => createHash("sha256").update(String(s)).digest("hex");
const access = (username) => jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" });

const put = (session) => {
  const token = randomBytes(32).toString("hex");
  sessions.set(sha(token), { ...session, issuedAt: Date.now() });
  return token;
};

app.post("/login", (req, res) => {
  const { username } = req.body;
  res.json({ accessToken: access(username), refreshToken: put({ username, endsAt: Date.now() + LIFE }) });
});

app.post("/token", (req, res) => {
  const key = sha(req.body.refreshToken);
  const session = sessions.get(key);
  if (!session || session.endsAt < Date.now()) return res.status(403).json({ error: "Forbidden" });

  const answer = { accessToken: access(session.username) };
  if (Date.now() - session.issuedAt > ROTATE_AFTER) { // here
    sessions.delete(key);
    answer.refreshToken = put(session);
  }
  res.json(answer);
});

app.get("/me", (req, res) => {
  const [scheme, token] = (req.headers.authorization || "").split(" ");
  if (scheme !== "Bearer") return res.sendStatus(401);
  jwt.verify(token, process.env.ACCESS_TOKEN_SECRET, (err, claims) => {
    if (err) return res.sendStatus(401);
    res.json({ username: claims.username });
  });
});

app.post("/logout", (req, res) => {
  sessions.delete(sha(req.body.refreshToken));
  res.sendStatus(204);
});

app.listen(3000);
