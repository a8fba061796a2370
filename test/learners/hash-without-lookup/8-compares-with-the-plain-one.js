const express = require("express");
const crypto = require("crypto");
const jwt = require("jsonwebtoken");

const app = express();
app.use(express.json());

const WEEK = 7 * 24 * 60 * 60 * 1000;
let sessions = [];

function hash(token) {
  return crypto.createHash("sha256").update(token).digest("hex");
}

function makeAccessToken(username) {
  return jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" });
}

app.post("/login", (req, res) => {
  const { username } = req.body;
  const refreshToken = crypto.randomBytes(32).toString("hex");
  sessions.push({ username, tokenHash: hash(refreshToken), expiresAt: Date.now() + WEEK });
  res.json({ accessToken: makeAccessToken(username), refreshToken });
});

app.post("/token", (req, res) => {
  const { refreshToken } = req.body;
  if (typeof refreshToken !== "string") return res.status(401).json({ error: "No token" });
  const session = sessions.find((s) => s.tokenHash === refreshToken); // here
  if (!session || session.expiresAt < Date.now()) {
    return res.status(403).json({ error: "Forbidden" });
  }
  res.json({ accessToken: makeAccessToken(session.username) });
});

app.post("/logout", (req, res) => {
  const { refreshToken } = req.body;
  if (refreshToken) {
    const gone = hash(refreshToken);
    sessions = sessions.filter((s) => s.tokenHash !== gone);
  }
  res.sendStatus(204);
});

app.get("/me", (req, res) => {
  const header = req.headers.authorization || "";
  const token = header.split(" ")[1];
  if (!token) return res.sendStatus(401);
  try {
    const payload = jwt.verify(token, process.env.ACCESS_TOKEN_SECRET);
    res.json({ username: payload.username });
  } catch (err) {
    res.sendStatus(403);
  }
});

app.listen(3000);
