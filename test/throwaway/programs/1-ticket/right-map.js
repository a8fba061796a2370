const express = require("express");
const { randomUUID } = require("node:crypto");
const app = express();
app.use(express.json());

const coats = new Map();

app.post("/coats", (req, res) => {
  const ticket = randomUUID();
  coats.set(ticket, req.body.coat);
  res.json({ ticket });
});

app.post("/coats/back", (req, res) => {
  const coat = coats.get(req.body.ticket);
  if (!coats.delete(req.body.ticket)) return res.sendStatus(403);
  res.json({ coat });
});

app.listen(3000);
