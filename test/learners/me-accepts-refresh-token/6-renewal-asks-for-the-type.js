const express = require("express");
const jwt = require("jsonwebtoken");
const { randomUUID } = require("node:crypto");

const app = express();
app.use(express.json());

const db = { sessions: {} };

const sign = (claims, expiresIn) => jwt.sign(claims, process.env.JWT_SECRET, { expiresIn, jwtid: randomUUID() });
const open = (token) => {
  try {
    return jwt.verify(token, process.env.JWT_SECRET);
  } catch (e) {
    return null;
  }
};

app.post("/login", (req, res) => {
  const { username } = req.body;
  const accessToken = sign({ username, type: "access" }, "5m");
  const refreshToken = sign({ username, type: "refresh" }, "7d");
  db.sessions[jwt.decode(refreshToken).jti] = true;
  res.json({ accessToken, refreshToken });
});

app.post("/token", (req, res) => {
  const claims = open(req.body.refreshToken);
  if (!claims || claims.type !== "refresh" || !db.sessions[claims.jti]) {
    return res.status(403).json({ error: "Forbidden" });
  }
  res.json({ accessToken: sign({ username: claims.username, type: "access" }, "5m") });
});

app.get("/me", (req, res) => {
  const header = req.headers.authorization || "";
  const claims = open(header.replace(/^Bearer /, ""));
  if (!claims) return res.status(401).json({ error: "Unauthorized" }); // here
  res.json({ username: claims.username });
});

app.post("/logout", (req, res) => {
  const claims = open(req.body.refreshToken);
  if (claims) delete db.sessions[claims.jti];
  res.sendStatus(204);
});

app.listen(3000, () => console.log("ok"));
