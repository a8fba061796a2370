const express = require("express");
const jwt = require("jsonwebtoken");
const crypto = require("crypto");

const app = express();
app.use(express.json());
const secret = process.env.JWT_SECRET;
let sessions = [];

app.post("/login", (req, res) => {
  const username = req.body.username;
  const refreshToken = crypto.randomBytes(30).toString("hex");
  sessions = [...sessions, { refreshToken, username }];
  res.json({ accessToken: jwt.sign({ username }, secret, { expiresIn: 600 }), refreshToken });
});

app.post("/token", (req, res) => {
  const session = sessions.find((s) => s.refreshToken === req.body.refreshToken);
  if (!session) {
    res.status(403).json({ error: "Forbidden" });
  } else {
    const { username } = session;
    res.json({ accessToken: jwt.sign({ username }, secret, { expiresIn: 600 }) });
  }
});

app.get("/me", (req, res) => {
  const auth = req.headers["Authorization"]; // here
  if (!auth) {
    return res.status(401).json({ error: "No token provided" });
  }
  const token = auth.replace("Bearer ", "");
  try {
    const { username } = jwt.verify(token, secret);
    res.json({ username });
  } catch (error) {
    res.status(403).json({ error: "Token invalid or expired" });
  }
});

app.post("/logout", (req, res) => {
  sessions = sessions.filter((s) => s.refreshToken !== req.body.refreshToken);
  res.status(204).end();
});

app.listen(3000);
