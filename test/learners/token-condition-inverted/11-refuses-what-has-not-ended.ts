import express from "express";
import jwt from "jsonwebtoken";
import { createHash, randomBytes } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";

// Everything that happens is one line of the journal; the state is what you get by reading it from the top.
type Event =
  | { on: "opened"; id: string; username: string; hash: string; ends: number }
  | { on: "renewed"; id: string; hash: string }
  | { on: "closed"; id: string };

type State = { username: string; latest: string; ends: number };

const sessions = new Map<string, State>();
const owners = new Map<string, string>(); // every hash ever given out -> session id

function apply(event: Event): void {
  switch (event.on) {
    case "opened":
      sessions.set(event.id, { username: event.username, latest: event.hash, ends: event.ends });
      owners.set(event.hash, event.id);
      break;
    case "renewed":
      sessions.get(event.id)!.latest = event.hash;
      owners.set(event.hash, event.id);
      break;
    case "closed":
      sessions.delete(event.id);
  }
}

const journal = join(process.cwd(), "harbour.journal");
if (existsSync(journal)) {
  for (const line of readFileSync(journal, "utf8").split("\n")) if (line) apply(JSON.parse(line));
}
const fd = openSync(journal, "a");

function commit(event: Event): void {
  writeSync(fd, JSON.stringify(event) + "\n");
  fsyncSync(fd);
  apply(event);
}
process.on("exit", () => closeSync(fd));

const secret: string = process.env.JWT_SECRET ?? "";
if (!secret) throw new Error("JWT_SECRET missing");

const digest = (x: unknown) => createHash("sha256").update(`harbour:${x}`).digest("hex");
const accessFor = (username: string) => jwt.sign({ username }, secret, { expiresIn: "15m" });

const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  const username = req.body?.username;
  if (typeof username !== "string") return res.status(400).json({ error: "Bad Request" });
  const refreshToken = randomBytes(32).toString("base64url");
  const id = randomBytes(9).toString("hex");
  commit({ on: "opened", id, username, hash: digest(refreshToken), ends: Date.now() + 7 * 86_400_000 });
  return res.json({ accessToken: accessFor(username), refreshToken });
});

app.post("/token", (req, res) => {
  const hash = digest(req.body?.refreshToken);
  const id = owners.get(hash);
  const session = id === undefined ? undefined : sessions.get(id);
  if (id === undefined || session === undefined) return res.status(403).json({ error: "Forbidden" });
  if (session.latest !== hash || session.ends > Date.now()) { // here
    commit({ on: "closed", id });
    return res.status(403).json({ error: "Forbidden" });
  }
  const refreshToken = randomBytes(32).toString("base64url");
  commit({ on: "renewed", id, hash: digest(refreshToken) });
  return res.json({ accessToken: accessFor(session.username), refreshToken });
});

app.post("/logout", (req, res) => {
  const id = owners.get(digest(req.body?.refreshToken));
  if (id !== undefined && sessions.has(id)) commit({ on: "closed", id });
  res.status(204).end();
});

app.get("/me", (req, res) => {
  try {
    const token = (req.headers.authorization ?? "").replace(/^Bearer /, "");
    const claims = jwt.verify(token, secret, { algorithms: ["HS256"] }) as jwt.JwtPayload;
    res.json({ username: claims.username });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
});

app.listen(3000);
