const express = require("express");
const jwt = require("jsonwebtoken");
const crypto = require("crypto");
const fs = require("fs");
const path = require("path");

const app = express();
app.use(express.json());

const FILE = path.join(__dirname, "list.json");
const WEEK = 7 * 24 * 60 * 60 * 1000;

// read what we had before the restart
let list = [];
if (fs.existsSync(FILE)) {
  list = JSON.parse(fs.readFileSync(FILE, "utf8"));
}

function save() {
  fs.writeFileSync(FILE, JSON.stringify(list, null, 2));
}

function sha256(text) {
  return crypto.createHash("sha256").update(String(text)).digest("hex");
}

function newAccessToken(username) {
  return jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" });
}

app.post("/login", (req, res) => {
  const { username } = req.body;
  const refreshToken = crypto.randomBytes(32).toString("hex");
  list.push({ username, hashes: [sha256(refreshToken)], expires: Date.now() + WEEK });
  save();
  res.json({ accessToken: newAccessToken(username), refreshToken });
});

app.post("/token", (req, res) => {
  const h = sha256(req.body.refreshToken);
  const item = list.find(s => s.hashes.includes(h));
  if (!item) return res.status(403).json({ error: "Forbidden" });

  const isLatest = item.hashes[item.hashes.length - 1] === h;
  if (!isLatest || item.expires < Date.now()) {
    // an old one came back, or it is over: the whole item goes
    list = list.filter(s => s !== item); // here
    return res.status(403).json({ error: "Forbidden" });
  }

  const refreshToken = crypto.randomBytes(32).toString("hex");
  item.hashes.push(sha256(refreshToken));
  item.expires = Date.now() + WEEK;
  save();
  res.json({ accessToken: newAccessToken(item.username), refreshToken });
});

app.post("/logout", (req, res) => {
  const h = sha256(req.body.refreshToken);
  list = list.filter(s => s.hashes[s.hashes.length - 1] !== h);
  save();
  res.sendStatus(204);
});

app.get("/me", (req, res) => {
  const header = req.headers.authorization || "";
  const token = header.startsWith("Bearer ") ? header.slice(7) : null;
  if (!token) return res.sendStatus(401);
  try {
    const payload = jwt.verify(token, process.env.ACCESS_TOKEN_SECRET);
    res.json({ username: payload.username });
  } catch (e) {
    res.sendStatus(401);
  }
});

app.listen(3000, () => console.log("listening on 3000"));
