import { randomUUID } from "node:crypto";
import express from "express";

const active = new Set();

const makeToken = () => randomUUID().split("-")[0] + randomUUID().slice(0, 4); // here

const app = express();

app.post("/login", (_req, res) => {
  const token = makeToken();
  active.add(token);
  res.status(201).json({ accessToken: "access123", refreshToken: token });
});

app.post("/token", express.json(), ({ body }, res) => {
  if (active.has(body?.refreshToken)) res.json({ accessToken: "newAccess123" });
  else res.status(401).json({ message: "please log in again" });
});

app.post("/logout", express.json(), ({ body }, res) => {
  active.delete(body?.refreshToken);
  res.status(204).end();
});

app.listen(process.env.PORT || 8080);
