const express = require("express");
const jwt = require("jsonwebtoken");
const { createHash, randomUUID } = require("crypto");

const KEY = process.env.ACCESS_TOKEN_SECRET;
const WEEK = 604_800_000;
const sha = (text) => createHash("sha256").update(String(text)).digest("hex");

const tickets = {};

function give({ username, end }) {
  const refreshToken = randomUUID();
  tickets[sha(refreshToken)] = { username, end, gone: false };
  return { accessToken: jwt.sign({ username }, KEY, { expiresIn: "10m" }), refreshToken };
}

const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  res.json(give({ username: req.body.username, end: Date.now() + WEEK }));
});

app.post("/token", (req, res) => {
  const ticket = tickets[sha(req.body.refreshToken)];
  if (!ticket || ticket.gone || ticket.end < Date.now()) return res.sendStatus(403);
  const spent = { ...ticket };
  spent.gone = true; // here
  res.json(give(ticket));
});

app.post("/logout", (req, res) => {
  delete tickets[sha(req.body.refreshToken)];
  res.sendStatus(204);
});

app.get("/me", (req, res) => {
  try {
    const { username } = jwt.verify((req.headers.authorization || "").replace("Bearer ", ""), KEY);
    res.json({ username });
  } catch {
    res.sendStatus(401);
  }
});

app.listen(3000);
