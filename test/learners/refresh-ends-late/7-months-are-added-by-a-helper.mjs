import express from "express";
import jwt from "jsonwebtoken";
import { randomUUID } from "node:crypto";

const key = process.env.ACCESS_TOKEN_SECRET;
const STAY = { unit: "month", count: 3 }; // here

function plus({ unit, count }) {
  const day = new Date();
  if (unit === "month") day.setMonth(day.getMonth() + count);
  else day.setDate(day.getDate() + count);
  return day;
}

const logins = new Map();
const app = express().use(express.json());
const passFor = (username) => jwt.sign({ username }, key, { expiresIn: "10m" });

app.post("/login", ({ body }, res) => {
  const refreshToken = randomUUID();
  logins.set(refreshToken, { username: body.username, until: plus(STAY) });
  res.json({ accessToken: passFor(body.username), refreshToken });
});

app.post("/token", ({ body }, res) => {
  const login = logins.get(body.refreshToken);
  if (!login || login.until < new Date()) {
    logins.delete(body.refreshToken);
    return res.sendStatus(403);
  }
  res.json({ accessToken: passFor(login.username) });
});

app.post("/logout", ({ body }, res) => {
  logins.delete(body.refreshToken);
  res.sendStatus(204);
});

app.get("/me", (req, res) => {
  try {
    const { username } = jwt.verify((req.headers.authorization ?? "").replace("Bearer ", ""), key);
    res.json({ username });
  } catch {
    res.sendStatus(401);
  }
});

app.listen(3000);
