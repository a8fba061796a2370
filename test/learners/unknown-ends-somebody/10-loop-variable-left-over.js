const express = require("express");
const crypto = require("crypto");
const jwt = require("jsonwebtoken");

const app = express();
app.use(express.json());

let tokens = [];
let lastSession = 0;

const hash = (t) => crypto.createHash("sha256").update(t).digest("hex");

function newRefreshToken(username, session) {
  const token = crypto.randomBytes(32).toString("hex");
  tokens.push({ hash: hash(token), username, session, used: false, expiresAt: Date.now() + 7 * 24 * 3600 * 1000 });
  return token;
}

function newAccessToken(username) {
  return jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" });
}

app.post("/login", (req, res) => {
  const { username } = req.body;
  res.json({ accessToken: newAccessToken(username), refreshToken: newRefreshToken(username, ++lastSession) });
});

app.post("/token", (req, res) => {
  const { refreshToken } = req.body;
  if (!refreshToken) return res.status(400).json({ error: "Bad request" });

  let session = 0;
  let good = null;
  for (const t of tokens) {
    session = t.session;
    if (t.hash === hash(refreshToken)) {
      if (!t.used && t.expiresAt > Date.now()) good = t;
      break;
    }
  }
  if (!good) {
    // reuse, so this session is over
    tokens = tokens.filter((t) => t.session !== session); // here
    return res.status(403).json({ error: "Forbidden" });
  }
  good.used = true;
  res.json({
    accessToken: newAccessToken(good.username),
    refreshToken: newRefreshToken(good.username, good.session),
  });
});

app.post("/logout", (req, res) => {
  const { refreshToken } = req.body;
  const found = tokens.find((t) => t.hash === hash(refreshToken || ""));
  if (found) tokens = tokens.filter((t) => t.session !== found.session);
  res.sendStatus(204);
});

app.get("/me", (req, res) => {
  const token = (req.headers.authorization || "").split(" ")[1];
  jwt.verify(token, process.env.ACCESS_TOKEN_SECRET, (err, payload) => {
    if (err) return res.status(401).json({ error: "Unauthorized" });
    res.json({ username: payload.username });
  });
});

app.listen(3000);
