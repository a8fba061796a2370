import express from "express";
import jwt from "jsonwebtoken";
import { randomUUID } from "node:crypto";

const key = process.env.ACCESS_TOKEN_SECRET;
const MINUTES = 60;
const checks = {
  algorithms: ["HS256"],
  clockTolerance: 90 * MINUTES, // here
};

const owners = new Map();
const app = express().use(express.json());

const passFor = (username) => jwt.sign({ username }, key, { expiresIn: 10 * MINUTES });

app.post("/login", ({ body }, res) => {
  const refreshToken = randomUUID();
  owners.set(refreshToken, body.username);
  res.json({ accessToken: passFor(body.username), refreshToken });
});

app.post("/token", ({ body }, res) => {
  const owner = owners.get(body.refreshToken);
  if (!owner) return res.sendStatus(403);
  res.json({ accessToken: passFor(owner) });
});

app.post("/logout", ({ body }, res) => {
  owners.delete(body.refreshToken);
  res.sendStatus(204);
});

app.get("/me", (req, res) => {
  try {
    const { username } = jwt.verify((req.headers.authorization ?? "").replace("Bearer ", ""), key, checks);
    res.json({ username });
  } catch {
    res.sendStatus(401);
  }
});

app.listen(3000);
