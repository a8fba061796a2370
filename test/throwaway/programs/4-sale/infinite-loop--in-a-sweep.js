const express = require("express");
const { randomUUID } = require("node:crypto");
const app = express();
app.use(express.json());

const DAY = 86_400_000;
const coats = new Map();

setInterval(() => {
  let at = 0;
  while (at < coats.size) if ([...coats.values()][at].sold) at += 1;
}, DAY);

app.post("/coats", (req, res) => {
  const ticket = randomUUID();
  coats.set(ticket, { coat: req.body.coat });
  res.json({ ticket });
});

app.post("/coats/back", (req, res) => {
  const found = coats.get(req.body.ticket);
  if (!found) return res.sendStatus(403);
  res.json({ coat: found.coat });
});

app.listen(3000);
