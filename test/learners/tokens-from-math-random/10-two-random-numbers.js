const express = require("express");
const crypto = require("crypto");
const jwt = require("jsonwebtoken");

const app = express();
app.use(express.json());

const LIFETIME = 7 * 24 * 60 * 60 * 1000;
// one session for each login; the last hash of its chain is good, an earlier one was used already
let sessions = [];

const sha256 = (text) => crypto.createHash("sha256").update(text).digest("hex");
const randomToken = () => Array.from({ length: 32 }, () => Math.floor(Math.random() * 36).toString(36)).join(""); // here
const accessToken = (username) => jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" });

app.post("/login", (req, res) => {
  const { username } = req.body;
  const refreshToken = randomToken();
  sessions.push({ username, chain: [sha256(refreshToken)], expiresAt: Date.now() + LIFETIME });
  res.json({ accessToken: accessToken(username), refreshToken });
});

app.post("/token", (req, res) => {
  const hash = sha256(req.body?.refreshToken ?? "");
  const session = sessions.find((s) => s.chain.includes(hash));
  if (!session || session.expiresAt < Date.now()) return res.status(403).json({ error: "Forbidden" });
  if (session.chain.at(-1) !== hash) {
    sessions = sessions.filter((s) => s !== session);
    return res.status(403).json({ error: "Forbidden" });
  }
  const refreshToken = randomToken();
  session.chain.push(sha256(refreshToken));
  res.json({ accessToken: accessToken(session.username), refreshToken });
});

app.post("/logout", (req, res) => {
  const hash = sha256(req.body?.refreshToken ?? "");
  sessions = sessions.filter((s) => !s.chain.includes(hash));
  res.sendStatus(204);
});

app.get("/me", (req, res) => {
  const token = req.headers.authorization?.split(" ")[1];
  try {
    res.json({ username: jwt.verify(token, process.env.ACCESS_TOKEN_SECRET).username });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
});

app.listen(3000);
