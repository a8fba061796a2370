const express = require("express");
const jwt = require("jsonwebtoken");
const crypto = require("crypto");

const app = express();
app.use(express.json());

const THIRTY_DAYS = 30 * 24 * 60 * 60 * 1000;
const sessions = {};

function cleanUp() {
  const now = Date.now();
  Object.keys(sessions).forEach((token) => {
    if (sessions[token].lastUsed + THIRTY_DAYS < now) delete sessions[token];
  });
}

app.post("/login", (req, res) => {
  const username = req.body.username;
  const refreshToken = crypto.randomBytes(32).toString("hex");
  sessions[refreshToken] = { username: username, lastUsed: Date.now() };
  const accessToken = jwt.sign({ username: username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" });
  res.json({ accessToken: accessToken, refreshToken: refreshToken });
});

app.post("/token", (req, res) => {
  const session = sessions[req.body.refreshToken];
  if (!session) return res.status(403).json({ error: "Forbidden" }); // here
  // whoever comes back stays logged in
  session.lastUsed = Date.now();
  const accessToken = jwt.sign({ username: session.username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" });
  res.json({ accessToken: accessToken });
});

app.post("/logout", (req, res) => {
  delete sessions[req.body.refreshToken];
  res.sendStatus(204);
});

app.get("/me", (req, res) => {
  const header = req.headers.authorization;
  if (!header || !header.startsWith("Bearer ")) {
    return res.status(401).json({ error: "Unauthorized" });
  }
  try {
    const payload = jwt.verify(header.substring(7), process.env.ACCESS_TOKEN_SECRET);
    return res.json({ username: payload.username });
  } catch (e) {
    return res.status(401).json({ error: "Unauthorized" });
  }
});

app.listen(3000, () => console.log("Server started"));
