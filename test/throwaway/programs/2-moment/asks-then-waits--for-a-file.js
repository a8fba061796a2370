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

const { promises } = require("node:fs");

app.post("/token", async (req, res) => {
  if (!tickets.has(req.body.refreshToken)) return res.sendStatus(403);
  await promises.readFile(__filename);
  tickets.delete(req.body.refreshToken);
  res.json({ seat: 1 });
});

app.listen(3000);
