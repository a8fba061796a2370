const express = require("express");
const { randomUUID } = require("node:crypto");
const { setTimeout: sleep } = require("node:timers/promises");
const app = express();
app.use(express.json());

const tickets = new Set();

app.post("/login", (req, res) => {
  const refreshToken = randomUUID();
  tickets.add(refreshToken);
  res.json({ refreshToken });
});

app.post("/token", (req, res) => {
  if (!tickets.delete(req.body.refreshToken)) return res.sendStatus(403);
  res.json({ seat: 1 });
});

app.listen(3000);
