const express = require("express");
const { randomUUID } = require("node:crypto");
const app = express();
app.use(require("cookie-parser")());
app.use(express.json());

const visits = new Set();

function welcome(res) {
  const visit = randomUUID();
  visits.add(visit);
  res.setHeader("visit", visit);
  res.json({ visits: visits.size });
}

app.post("/login", (req, res) => welcome(res));

app.post("/token", (req, res) => {
  if (!visits.delete(req.cookies.visit)) return res.sendStatus(401);
  welcome(res);
});

app.listen(3000);
