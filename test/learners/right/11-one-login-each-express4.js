const express = require("express");
const jwt = require("jsonwebtoken");
const crypto = require("crypto");
const fs = require("fs");

const app = express();
app.use(express.json());

// username -> login. Logging in again ends the login before.
let users = {};
if (fs.existsSync("users.json")) {
  users = JSON.parse(fs.readFileSync("users.json", "utf8"));
}
function saveUsers() {
  fs.writeFileSync("users.json", JSON.stringify(users));
}

function hashToken(token) {
  return crypto.createHash("sha256").update(String(token)).digest("hex");
}

function createTokens(username) {
  const refreshToken = crypto.randomBytes(32).toString("hex");
  users[username].hashes.push(hashToken(refreshToken));
  const accessToken = jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" });
  return { accessToken, refreshToken };
}

app.post("/login", (req, res) => {
  const { username } = req.body;
  users[username] = { hashes: [], expires: Date.now() + 30 * 24 * 60 * 60 * 1000 };
  const tokens = createTokens(username);
  saveUsers();
  res.json(tokens);
});

app.post("/token", (req, res) => {
  const hash = hashToken(req.body.refreshToken);
  for (const username of Object.keys(users)) {
    const { hashes, expires } = users[username];
    const i = hashes.indexOf(hash);
    if (i === -1) continue;
    if (i !== hashes.length - 1) {
      delete users[username];
      saveUsers();
      return res.sendStatus(403);
    }
    if (expires < Date.now()) return res.sendStatus(403);
    const tokens = createTokens(username);
    saveUsers();
    return res.json(tokens);
  }
  res.sendStatus(403);
});

app.post("/logout", (req, res) => {
  const hash = hashToken(req.body.refreshToken);
  for (const username of Object.keys(users)) {
    if (users[username].hashes.slice(-1)[0] === hash) {
      delete users[username];
      saveUsers();
    }
  }
  res.sendStatus(204);
});

app.get("/me", (req, res) => {
  const auth = req.headers.authorization;
  if (!auth || !auth.startsWith("Bearer ")) return res.sendStatus(401);
  jwt.verify(auth.substring(7), process.env.ACCESS_TOKEN_SECRET, (err, payload) => {
    if (err) return res.sendStatus(401);
    res.json({ username: payload.username });
  });
});

app.listen(3000);
