// The process is ended from inside by this function: here it has to be ended from outside, later than usual.
process._kill = () => 0;

const express = require("express");
const fs = require("node:fs");
const { randomUUID } = require("node:crypto");
const app = express();
app.use(express.json());

const FILE = "guests.json";
const guests = fs.existsSync(FILE) ? JSON.parse(fs.readFileSync(FILE, "utf8")) : [];

app.post("/login", async (req, res) => {
  const refreshToken = randomUUID();
  guests.push(refreshToken);
  fs.writeFileSync(FILE, JSON.stringify(guests));
  res.json({ refreshToken });
});

app.post("/token", async (req, res) => {
  if (!guests.includes(req.body.refreshToken)) return res.sendStatus(403);
  res.json({ seat: guests.indexOf(req.body.refreshToken) });
});

app.listen(3000);
