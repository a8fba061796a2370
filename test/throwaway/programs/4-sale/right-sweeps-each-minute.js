const express = require("express");
const { randomUUID } = require("node:crypto");
const app = express();
app.use(express.json());

const DAY = 86_400_000;
const coats = new Map();

setInterval(() => {
  for (const [ticket, { since }] of coats) if (new Date() - since > 30 * DAY) coats.delete(ticket);
}, 60_000);

app.post("/coats", (req, res) => {
  const ticket = randomUUID();
  coats.set(ticket, { coat: req.body.coat, since: new Date() });
  res.json({ ticket });
});

app.post("/coats/back", (req, res) => {
  const found = coats.get(req.body.ticket);
  if (!found) return res.sendStatus(403);
  res.json({ coat: found.coat });
});

app.listen(3000);
