const express = require("express");
const fs = require("node:fs");
const path = require("node:path");
const { createHash, randomUUID } = require("node:crypto");
const app = express();
app.use(express.json());

const at = (name) => path.join(__dirname, name);
const guests = JSON.parse(
  fs.existsSync(at("guests.json")) ? fs.readFileSync(at("guests.json"), "utf8") : "[]",
);

app.post("/login", (req, res) => {
  const refreshToken = randomUUID();
  guests.push(createHash("sha256").update(refreshToken).digest("hex"));
  fs.writeFileSync(at("guests.json"), JSON.stringify(guests));
  res.json({ refreshToken });
});

app.listen(3000);
