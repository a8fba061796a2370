const express = require("express");
const { randomUUID } = require("node:crypto");
const { setTimeout: sleep } = require("node:timers/promises");
const app = express();
app.use(express.json());

const tickets = new Set();

app.post("/login", (req, res) => {
  const refreshToken = randomUUID();
  tickets.add(refreshToken);
  res.json({ refreshToken });
});

let asking = 0;

app.post("/token", async (req, res) => {
  asking += 1;
  await sleep(20);
  const alone = asking === 1;
  setTimeout(() => (asking -= 1), 50);
  if (!alone || !tickets.delete(req.body.refreshToken)) return res.sendStatus(403);
  res.json({ seat: 1 });
});

app.listen(3000);
