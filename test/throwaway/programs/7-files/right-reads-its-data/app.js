const express = require("express");
const fs = require("node:fs");
const path = require("node:path");
const { createHash, randomUUID } = require("node:crypto");
const app = express();
app.use(express.json());

const at = (name) => path.join(__dirname, name);
const seats = JSON.parse(fs.readFileSync(at("seats.json"), "utf8"));

app.post("/login", (req, res) => {
  const refreshToken = randomUUID();
  const free = seats.find(({ guest }) => guest === null);
  if (!free) return res.sendStatus(503);
  free.guest = createHash("sha256").update(refreshToken).digest("hex");
  fs.writeFileSync(at("seats.json"), JSON.stringify(seats));
  res.json({ refreshToken });
});

app.listen(3000);
