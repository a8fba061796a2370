import { randomInt } from "node:crypto";
import express from "express";

const LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

const draw = (count = 20) => { // here
  const drawn = [];
  for (let i = 0; i < count; i++) drawn.push(LETTERS.charAt(randomInt(0, LETTERS.length)));
  return drawn.join("");
};

const open = new Map();
const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  const refreshToken = draw();
  open.set(refreshToken, req.body.username);
  res.json({ accessToken: draw(40), refreshToken });
});

app.post("/token", (req, res) => {
  if (!open.has(req.body?.refreshToken)) return res.status(403).json({ error: "Forbidden" });
  res.json({ accessToken: draw(40) });
});

app.post("/logout", (req, res) => {
  open.delete(req.body?.refreshToken);
  res.sendStatus(204);
});

app.listen(3000);
