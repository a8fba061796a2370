import express from "express";
import jwt from "jsonwebtoken";
import { createHash, randomUUID } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const KEY = process.env.ACCESS_TOKEN_SECRET;
const WEEK = 604_800_000;
const sha = (text) => createHash("sha256").update(String(text)).digest("hex");

const saved = existsSync("tickets.json") ? JSON.parse(readFileSync("tickets.json", "utf8")) : null;
const tickets = new Map(Object.entries(saved?.tickets ?? {}));
let writes = saved?.writes ?? 0;

function keep() {
  writes++;
  const text = JSON.stringify({ writes, tickets }); // here
  writeFileSync("tickets.json", text);
}

function close(chain) {
  for (const [hash, ticket] of tickets) if (ticket.chain === chain) tickets.delete(hash);
  keep();
}

function give({ username, chain, end }) {
  const refreshToken = randomUUID();
  tickets.set(sha(refreshToken), { username, chain, end, spent: false });
  keep();
  return { accessToken: jwt.sign({ username }, KEY, { expiresIn: "10m" }), refreshToken };
}

const app = express().use(express.json());

app.post("/login", ({ body }, res) => {
  res.json(give({ username: body.username, chain: randomUUID(), end: Date.now() + WEEK }));
});

app.post("/token", ({ body }, res) => {
  const ticket = tickets.get(sha(body.refreshToken));
  if (!ticket || ticket.end < Date.now()) return res.sendStatus(403);
  if (ticket.spent) {
    close(ticket.chain);
    return res.sendStatus(403);
  }
  ticket.spent = true;
  res.json(give(ticket));
});

app.post("/logout", ({ body }, res) => {
  const ticket = tickets.get(sha(body.refreshToken));
  if (ticket) close(ticket.chain);
  res.sendStatus(204);
});

app.get("/me", (req, res) => {
  try {
    const { username } = jwt.verify((req.headers.authorization ?? "").replace("Bearer ", ""), KEY);
    res.json({ username });
  } catch {
    res.sendStatus(401);
  }
});

app.listen(3000);
