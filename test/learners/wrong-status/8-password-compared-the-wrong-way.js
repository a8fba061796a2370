const express = require("express");
const jwt = require("jsonwebtoken");
const crypto = require("crypto");

const app = express();
app.use(express.json());

// "users collection"
const users = [
  { id: 1, username: "ada", password: "lovelace", refreshTokens: [] },
  { id: 2, username: "grace", password: "hopper", refreshTokens: [] },
  { id: 3, username: "alan", password: "turing", refreshTokens: [] },
];

const hashToken = (token) => crypto.createHash("sha256").update(token).digest("hex");

const generateAccessToken = (user) => {
  return jwt.sign({ id: user.id, username: user.username }, process.env.ACCESS_TOKEN_SECRET, {
    expiresIn: "15m",
  });
};

const generateRefreshToken = (user) => {
  const token = jwt.sign({ id: user.id, nonce: crypto.randomBytes(16).toString("hex") }, process.env.REFRESH_TOKEN_SECRET, {
    expiresIn: "7d",
  });
  user.refreshTokens.push(hashToken(token));
  return token;
};

const findByRefreshToken = (token) => {
  try {
    const { id } = jwt.verify(token, process.env.REFRESH_TOKEN_SECRET);
    const user = users.find((u) => u.id === id);
    return user.refreshTokens.includes(hashToken(token)) ? user : null;
  } catch {
    return null;
  }
};

app.post("/login", (req, res) => {
  const { username, password } = req.body;
  const user = users.find((u) => u.username === username && u.password !== password); // here
  if (!user) {
    return res.status(401).json({ success: false, message: "Invalid credentials" });
  }
  res.json({
    success: true,
    accessToken: generateAccessToken(user),
    refreshToken: generateRefreshToken(user),
  });
});

app.post("/token", (req, res) => {
  const user = findByRefreshToken(req.body.refreshToken);
  if (!user) {
    return res.status(403).json({ success: false, message: "Invalid refresh token" });
  }
  res.json({ success: true, accessToken: generateAccessToken(user) });
});

app.post("/logout", (req, res) => {
  const user = findByRefreshToken(req.body.refreshToken);
  if (user) {
    user.refreshTokens = user.refreshTokens.filter((t) => t !== hashToken(req.body.refreshToken));
  }
  res.status(204).send();
});

const protect = (req, res, next) => {
  let token;
  if (req.headers.authorization && req.headers.authorization.startsWith("Bearer")) {
    token = req.headers.authorization.split(" ")[1];
  }
  if (!token) return res.status(401).json({ success: false, message: "Not authorized" });
  try {
    const decoded = jwt.verify(token, process.env.ACCESS_TOKEN_SECRET);
    req.user = users.find((u) => u.id === decoded.id);
    next();
  } catch (err) {
    return res.status(401).json({ success: false, message: "Not authorized" });
  }
};

app.get("/me", protect, (req, res) => {
  const { id, username } = req.user;
  res.json({ id, username });
});

app.listen(3000, () => console.log("Server started on port 3000"));
