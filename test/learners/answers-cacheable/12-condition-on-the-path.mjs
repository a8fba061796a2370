import express from "express";
import jwt from "jsonwebtoken";
import { createHash, randomUUID } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";

const KEY = process.env.ACCESS_TOKEN_SECRET;
const FILE = new URL("./tickets.json", import.meta.url);
const NAME = "__Host-ticket";
const FLAGS = { httpOnly: true, secure: true, sameSite: "strict", path: "/" };
const WEEK = 604_800_000;

let tickets = existsSync(FILE) ? JSON.parse(readFileSync(FILE, "utf8")) : [];
function keep() {
  writeFileSync(new URL("./tickets.new", import.meta.url), JSON.stringify(tickets));
  renameSync(new URL("./tickets.new", import.meta.url), FILE);
}
const sha = (text) => createHash("sha256").update(String(text)).digest("hex");

const app = express();
app.use((req, res, next) => {
  if (req.path !== "/login") return next(); // here
  res.setHeader("Cache-Control", "no-store");
  next();
});
app.use(express.json());

const sent = (req) => /__Host-ticket=([\w-]+)/.exec(req.headers.cookie ?? "")?.[1];

function give(res, { username, chain, end }) {
  const ticket = randomUUID();
  tickets.push({ hash: sha(ticket), username, chain, end, spent: false });
  keep();
  res.cookie(NAME, ticket, { ...FLAGS, maxAge: end - Date.now() });
  res.json({ accessToken: jwt.sign({ username }, KEY, { expiresIn: "10m" }) });
}

function close(chain) {
  tickets = tickets.filter((one) => one.chain !== chain);
  keep();
}

app.post("/login", ({ body }, res) => {
  give(res, { username: body.username, chain: randomUUID(), end: Date.now() + WEEK });
});

app.post("/token", (req, res) => {
  const ticket = tickets.find((one) => one.hash === sha(sent(req)));
  if (!ticket || ticket.end < Date.now()) return res.sendStatus(403);
  if (ticket.spent) {
    close(ticket.chain);
    return res.sendStatus(403);
  }
  ticket.spent = true;
  give(res, ticket);
});

app.post("/logout", (req, res) => {
  const ticket = tickets.find((one) => one.hash === sha(sent(req)));
  if (ticket) close(ticket.chain);
  res.clearCookie(NAME, FLAGS).sendStatus(204);
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
