const express = require("express");
const app = express();
const jwt = require("jsonwebtoken");
const fs = require("fs");
const crypto = require("crypto");

app.use(express.json());

// no variable at all, the file is the store
function readAll() {
  try {
    return JSON.parse(fs.readFileSync("data/tokens.json", "utf-8"));
  } catch (err) {
    return [];
  }
}
function writeAll(list) {
  fs.writeFileSync("data/tokens.json", JSON.stringify(list)); // here
}
function hash(x) {
  return crypto.createHash("sha256").update(x).digest("hex");
}

app.post("/login", (req, res) => {
  const refreshToken = crypto.randomBytes(32).toString("hex");
  const list = readAll();
  list.push({
    hash: hash(refreshToken),
    username: req.body.username,
    sessionId: crypto.randomUUID(),
    expiresAt: new Date(Date.now() + 7 * 24 * 60 * 60 * 1000),
    usedAt: null,
  });
  writeAll(list);
  const accessToken = jwt.sign({ username: req.body.username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" });
  res.json({ accessToken, refreshToken });
});

app.post("/token", (req, res) => {
  const token = req.body.refreshToken;
  if (!token) return res.status(401).json({ error: "Unauthorized" });

  const list = readAll();
  const item = list.find((i) => i.hash === hash(token));
  if (!item) return res.status(403).json({ error: "Forbidden" });

  if (item.usedAt) {
    writeAll(list.filter((i) => i.sessionId !== item.sessionId));
    return res.status(403).json({ error: "Forbidden" });
  }
  if (new Date(item.expiresAt) < new Date()) return res.status(403).json({ error: "Forbidden" });

  item.usedAt = new Date();
  const refreshToken = crypto.randomBytes(32).toString("hex");
  list.push({
    hash: hash(refreshToken),
    username: item.username,
    sessionId: item.sessionId,
    expiresAt: new Date(Date.now() + 7 * 24 * 60 * 60 * 1000),
    usedAt: null,
  });
  writeAll(list);
  const accessToken = jwt.sign({ username: item.username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" });
  res.json({ accessToken, refreshToken });
});

app.post("/logout", (req, res) => {
  const list = readAll();
  const item = list.find((i) => i.hash === hash(req.body.refreshToken || ""));
  if (item) writeAll(list.filter((i) => i.sessionId !== item.sessionId));
  res.sendStatus(204);
});

app.get("/me", (req, res) => {
  const authHeader = req.headers["authorization"];
  const token = authHeader && authHeader.split(" ")[1];
  if (!token) return res.sendStatus(401);
  jwt.verify(token, process.env.ACCESS_TOKEN_SECRET, (err, user) => {
    if (err) return res.sendStatus(403);
    res.json({ username: user.username });
  });
});

app.listen(3000, () => console.log("http://localhost:3000"));
