import express from "express";

interface Coat {
  ticket: string;
  coat: string;
}

const app = express();
app.use(express.json());

let coats: Coat[] = [];

app.post("/coats", (req, res) => {
  const ticket = `ticket-${Math.random()}`;
  coats.push({ ticket, coat: req.body.coat });
  res.status(201).json({ ticket });
});

app.post("/coats/back", (req, res) => {
  const found = coats.find(({ ticket }) => ticket === req.body.ticket);
  if (!found) return void res.status(401).end();
  coats = coats.filter((one) => one !== found);
  res.json({ coat: found.coat });
});

app.listen(3000);
