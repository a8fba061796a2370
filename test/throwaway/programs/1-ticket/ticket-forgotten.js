const express = require("express");
const app = express();
app.use(express.json());

const coats = new Map();

app.post("/coats", (req, res) => {
  res.json({ ticket: "1" });
});

app.post("/coats/back", (req, res) => {
  if (!coats.has(req.body.ticket)) return res.sendStatus(403);
  res.json({ coat: coats.get(req.body.ticket) });
});

app.listen(3000);
