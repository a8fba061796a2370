import express from "express";
import jwt from "jsonwebtoken";
import { setTimeout as sleep } from "node:timers/promises";
import { createHash, randomUUID } from "node:crypto";

const key = process.env.ACCESS_TOKEN_SECRET;
const sha = (text) => createHash("sha256").update(String(text)).digest("hex");
const WEEK = 604_800_000;

class Tickets {
  #rows = [];

  async find(hash) {
    await sleep(3);
    return this.#rows.find((row) => row.hash === hash);
  }

  async spend({ hash }) {
    await sleep(3);
    this.#rows.find((row) => row.hash === hash).spent = true;
  }

  async put(row) {
    await sleep(3);
    this.#rows.push(row);
  }

  async close(chain) {
    this.#rows = this.#rows.filter((row) => row.chain !== chain);
  }
}

const tickets = new Tickets();
const app = express().use(express.json());
const passFor = (username) => jwt.sign({ username }, key, { expiresIn: "10m" });

async function answerFor({ username, chain, end }) {
  const refreshToken = randomUUID();
  await tickets.put({ hash: sha(refreshToken), username, chain, end, spent: false });
  return { accessToken: passFor(username), refreshToken };
}

app.post("/login", async ({ body }, res) => {
  res.json(await answerFor({ username: body.username, chain: randomUUID(), end: Date.now() + WEEK }));
});

app.post("/token", async ({ body }, res) => {
  const ticket = await tickets.find(sha(body.refreshToken));
  if (!ticket || ticket.end < Date.now()) return res.sendStatus(403);
  if (ticket.spent) {
    await tickets.close(ticket.chain);
    return res.sendStatus(403);
  }
  await tickets.spend(ticket); // here
  res.json(await answerFor(ticket));
});

app.post("/logout", async ({ body }, res) => {
  const ticket = await tickets.find(sha(body.refreshToken));
  if (ticket) await tickets.close(ticket.chain);
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
