const express = require("express");
const { randomBytes } = require("node:crypto");
const app = express();
app.use(express.json());

let count = 0;

app.post("/coats", (req, res) => {
  count += 1;
  res.json({ ticket: `${Date.now()}-${Math.random()}-${randomBytes(4).readUInt32BE()}` });
});

app.listen(3000);
