const app = require("express")();
app.use(require("express").json());

const coats = [];

app.post("/coats", (req, res) => {
  coats.push(req.body.coat);
  res.json({ ticket: String(coats.length) });
});

app.post("/coats/back", (req, res) => {
  if (coats.length === 0) return res.sendStatus(403);
  res.json({ coat: coats.pop() });
});

app.listen(3000);
