const express = require("express");
const { randomUUID } = require("node:crypto");
const app = express();
app.use(express.json());

const DAY = 86_400_000;
const coats = new Map();

/** Node has no timer for more than 24 days. */
function sellIn(days, ticket) {
  if (days === 0) coats.delete(ticket);
  else setTimeout(sellIn, DAY, days - 1, ticket);
}

app.post("/coats", (req, res) => {
  const ticket = randomUUID();
  coats.set(ticket, { coat: req.body.coat });
  sellIn(30, ticket);
  res.json({ ticket });
});

app.post("/coats/back", (req, res) => {
  const found = coats.get(req.body.ticket);
  if (!found) return res.sendStatus(403);
  res.json({ coat: found.coat });
});

app.listen(3000);
