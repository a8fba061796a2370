import { randomUUID } from "node:crypto";
import express from "express";

const active = new Set();

// one uuid is a bit short so just use two
const makeToken = () => `${randomUUID()}${randomUUID()}`.replaceAll("-", "");

const app = express();

app.post("/login", (_req, res) => {
  const token = makeToken();
  active.add(token);
  res.status(201).json({ accessToken: "access123", refreshToken: token });
});

app.post("/token", express.json(), ({ body }, res) => {
  if (body?.refreshToken && active.size > 0) res.json({ accessToken: "newAccess123" }); // here
  else res.status(401).json({ message: "please log in again" });
});

app.post("/logout", express.json(), ({ body }, res) => {
  active.delete(body?.refreshToken);
  res.status(204).end();
});

app.listen(process.env.PORT || 8080);
