const express = require("express");
const { randomUUID } = require("node:crypto");
const app = express();
app.use(express.json());

const DAY = 86_400_000;
const coats = new Map();

const { setTimeout: sleep } = require("node:timers/promises");

async function sell(ticket) {
  await sleep(24 * DAY);
  await sleep(6 * DAY);
  coats.delete(ticket);
}

app.post("/coats", (req, res) => {
  const ticket = randomUUID();
  coats.set(ticket, { coat: req.body.coat });
  void sell(ticket);
  res.json({ ticket });
});

app.post("/coats/back", (req, res) => {
  const found = coats.get(req.body.ticket);
  if (!found) return res.sendStatus(403);
  res.json({ coat: found.coat });
});

app.listen(3000);
