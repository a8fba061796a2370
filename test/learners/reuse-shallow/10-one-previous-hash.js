const fs = require("fs");
const path = require("path");
const crypto = require("crypto");
const express = require("express");
const jwt = require("jsonwebtoken");

const FILE = path.join(__dirname, "data", "sessions.json");
fs.mkdirSync(path.dirname(FILE), { recursive: true });

function read() {
  try {
    return JSON.parse(fs.readFileSync(FILE, "utf8"));
  } catch (e) {
    return {};
  }
}

function write(sessions) {
  fs.writeFileSync(FILE, JSON.stringify(sessions));
}

function sha256(value) {
  return crypto.createHash("sha256").update(value).digest("hex");
}

const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  const sessions = read();
  for (const id in sessions) {
    if (sessions[id].expires < Date.now()) delete sessions[id];
  }
  const refreshToken = crypto.randomBytes(32).toString("hex");
  sessions[crypto.randomUUID()] = {
    username: req.body.username,
    current: sha256(refreshToken),
    previous: null,
    expires: Date.now() + 7 * 24 * 60 * 60 * 1000,
  };
  write(sessions);
  res.json({
    accessToken: jwt.sign({ username: req.body.username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" }),
    refreshToken,
  });
});

app.post("/token", (req, res) => {
  const hash = sha256(req.body.refreshToken || "");
  const sessions = read();
  for (const [id, session] of Object.entries(sessions)) {
    if (session.previous === hash) {
      delete sessions[id];
      write(sessions);
      return res.status(403).json({ error: "Forbidden" });
    }
    if (session.current === hash && session.expires > Date.now()) {
      const refreshToken = crypto.randomBytes(32).toString("hex");
      session.previous = hash; // here
      session.current = sha256(refreshToken);
      write(sessions);
      return res.json({
        accessToken: jwt.sign({ username: session.username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" }),
        refreshToken,
      });
    }
  }
  res.status(403).json({ error: "Forbidden" });
});

app.post("/logout", (req, res) => {
  const hash = sha256(req.body.refreshToken || "");
  const sessions = read();
  const found = Object.keys(sessions).find((id) => sessions[id].current === hash);
  if (found) {
    delete sessions[found];
    write(sessions);
  }
  res.sendStatus(204);
});

app.get("/me", (req, res) => {
  const auth = req.headers.authorization;
  if (!auth) return res.status(401).json({ error: "Unauthorized" });
  try {
    const user = jwt.verify(auth.split(" ")[1], process.env.ACCESS_TOKEN_SECRET);
    res.json({ username: user.username });
  } catch (e) {
    res.status(401).json({ error: "Unauthorized" });
  }
});

app.listen(3000);
