const express = require("express");
const fs = require("node:fs");
const path = require("node:path");
const { createHash, randomUUID } = require("node:crypto");
const app = express();
app.use(express.json());

const at = (name) => path.join(__dirname, name);

app.post("/login", (req, res) => {
  const refreshToken = randomUUID();
  fs.appendFileSync(at("books.txt"), `${req.body.username} ${refreshToken}\n`);
  res.json({ refreshToken });
});

app.listen(3000);
