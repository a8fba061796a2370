const express = require("express");
const crypto = require("crypto");
const jwt = require("jsonwebtoken");

const app = express();
app.use(express.json());

let refreshTokens = [];

const sha256 = (text) => crypto.createHash("sha256").update(text).digest("hex");
const newAccessToken = (username) => jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" });

app.post("/login", (req, res) => {
  const { username } = req.body;
  const refreshToken = crypto.randomBytes(32).toString("hex");
  refreshTokens.push({
    hash: sha256(refreshToken),
    username,
    expiresAt: Date.now() + 7 * 24 * 60 * 60 * 1000,
  });
  res.json({ accessToken: newAccessToken(username), refreshToken });
});

app.post("/token", (req, res) => {
  const { refreshToken } = req.body;
  if (!refreshToken) return res.status(400).json({ error: "refreshToken missing" });
  const record = refreshTokens.find((r) => r.hash === sha256(refreshToken) && r.expiresAt > Date.now());
  if (!record) {
    console.error("unknown refresh token, giving up");
    process.exit(1); // here
  }
  const next = crypto.randomBytes(32).toString("hex");
  record.hash = sha256(next);
  res.json({ accessToken: newAccessToken(record.username), refreshToken: next });
});

app.post("/logout", (req, res) => {
  const { refreshToken } = req.body;
  refreshTokens = refreshTokens.filter((r) => r.hash !== sha256(refreshToken));
  res.sendStatus(204);
});

app.get("/me", (req, res) => {
  const token = req.headers.authorization?.split(" ")[1];
  try {
    const { username } = jwt.verify(token, process.env.ACCESS_TOKEN_SECRET);
    res.json({ username });
  } catch (error) {
    res.status(401).json({ error: "Unauthorized" });
  }
});

app.listen(3000, () => {
  console.log("Server is running on http://localhost:3000");
});
