const express = require("express");
const { randomUUID } = require("node:crypto");
const app = express();
app.use(express.json());

const DAY = 86_400_000;
const coats = new Map();

app.post("/coats", (req, res) => {
  const ticket = randomUUID();
  coats.set(ticket, { coat: req.body.coat, until: Date.now() + 30 * DAY });
  res.json({ ticket });
});

app.post("/coats/back", (req, res) => {
  const found = coats.get(req.body.ticket);
  if (!found || found.until < Date.now()) return res.sendStatus(403);
  res.json({ coat: found.coat });
});

app.listen(3000);
