import express from "express";

const app = express();
app.use(express.json());

const coats = {};
let count = 0;

app.post("/coats", (req, res) => {
  count += 1;
  coats[count] = req.body.coat;
  res.json({ ticket: `${count}` });
});

app.post("/coats/back", (req, res) => {
  const coat = coats[req.body.ticket];
  if (coat === undefined) return res.sendStatus(403);
  res.json({ coat });
});

app.listen(3000);
