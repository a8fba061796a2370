const express = require("express");
const jwt = require("jsonwebtoken");
const { createHash, randomUUID } = require("crypto");

const key = process.env.ACCESS_TOKEN_SECRET;
const sha = (text) => createHash("sha256").update(String(text)).digest("hex");
const DAY = 86_400_000;

const logins = {};

function loginOf(token) {
  return [token, sha(token)] // here
    .map((name) => logins[name])
    .find((login) => login !== undefined && login.end > Date.now());
}

const passFor = (username) => jwt.sign({ username }, key, { expiresIn: "10m" });
const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  const refreshToken = randomUUID();
  const { username } = req.body;
  logins[sha(refreshToken)] = { username, end: Date.now() + 5 * DAY };
  res.json({ accessToken: passFor(username), refreshToken });
});

app.post("/token", (req, res) => {
  const login = loginOf(req.body.refreshToken);
  if (!login) return res.sendStatus(403);
  res.json({ accessToken: passFor(login.username) });
});

app.post("/logout", (req, res) => {
  delete logins[sha(req.body.refreshToken)];
  res.sendStatus(204);
});

app.get("/me", (req, res) => {
  try {
    const { username } = jwt.verify((req.headers.authorization || "").replace("Bearer ", ""), key);
    res.json({ username });
  } catch {
    res.sendStatus(401);
  }
});

app.listen(3000);
