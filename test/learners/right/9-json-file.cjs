const fs = require("node:fs");
const crypto = require("node:crypto");
const express = require("express");
const jwt = require("jsonwebtoken");

const DB = "./tokens.json";
let db = { tokens: {} };
if (fs.existsSync(DB)) db = JSON.parse(fs.readFileSync(DB, "utf-8"));
const commit = () => fs.writeFileSync(DB, JSON.stringify(db));

const hash = (token) => crypto.createHash("sha512").update(token).digest("hex");

function issue(username) {
  const token = crypto.randomBytes(32).toString("hex");
  db.tokens[hash(token)] = { username, expires: Date.now() + 7 * 24 * 60 * 60 * 1000 };
  return token;
}

const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  const username = req.body.username;
  const refreshToken = issue(username);
  commit();
  const accessToken = jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" });
  res.json({ accessToken, refreshToken });
});

app.post("/token", (req, res) => {
  const key = hash(req.body.refreshToken || "");
  const row = db.tokens[key];
  if (!row) return res.status(403).json({ error: "Forbidden" });

  delete db.tokens[key];
  if (row.expires < Date.now()) {
    commit();
    return res.status(403).json({ error: "Forbidden" });
  }
  const refreshToken = issue(row.username);
  commit();
  const accessToken = jwt.sign({ username: row.username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" });
  res.json({ accessToken, refreshToken });
});

app.post("/logout", (req, res) => {
  delete db.tokens[hash(req.body.refreshToken || "")];
  commit();
  res.sendStatus(204);
});

app.get("/me", (req, res) => {
  const token = (req.headers.authorization || "").split(" ").pop();
  try {
    res.json({ username: jwt.verify(token, process.env.ACCESS_TOKEN_SECRET).username });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
});

app.listen(3000);
