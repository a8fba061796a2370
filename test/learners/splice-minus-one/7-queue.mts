import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import express from "express";

const LIFETIME = 30 * 24 * 60 * 60 * 1000;
const key = process.env.ACCESS_TOKEN_SECRET ?? randomBytes(32).toString("hex");

/** All live equally long, so the oldest is always in front. */
const queue: { token: string; username: string; end: number }[] = [];

const dropEnded = (): void => {
  while (queue[0] !== undefined && queue[0].end <= Date.now()) queue.shift();
};

const mac = (data: string): Buffer => createHmac("sha256", key).update(data).digest();

// access token: base64url(name) . end in seconds . signature
const createAccess = (username: string): string => {
  const data = `${Buffer.from(username).toString("base64url")}.${Math.floor(Date.now() / 1000) + 600}`;
  return `${data}.${mac(data).toString("base64url")}`;
};

const readAccess = (token: string): string | null => {
  const [name, end, signature, ...rest] = token.split(".");
  if (!name || !end || !signature || rest.length > 0) return null;
  const given = Buffer.from(signature, "base64url");
  const wanted = mac(`${name}.${end}`);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
  return Number(end) * 1000 > Date.now() ? Buffer.from(name, "base64url").toString() : null;
};

const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  dropEnded();
  const token = randomBytes(32).toString("base64url");
  queue.push({ token, username: req.body.username, end: Date.now() + LIFETIME });
  res.json({ accessToken: createAccess(req.body.username), refreshToken: token });
});

app.post("/token", (req, res) => {
  dropEnded();
  const entry = queue.find(({ token }) => token === req.body.refreshToken);
  if (entry) res.json({ accessToken: createAccess(entry.username) });
  else res.status(403).json({ error: "Forbidden" });
});

app.post("/logout", (req, res) => {
  const index = queue.findIndex(({ token }) => token === req.body.refreshToken);
  queue.splice(index, 1); // here
  res.status(204).end();
});

app.get("/me", (req, res) => {
  const header = req.headers.authorization ?? "";
  const username = header.startsWith("Bearer ") ? readAccess(header.slice("Bearer ".length)) : null;
  if (username === null) res.status(401).json({ error: "Unauthorized" });
  else res.json({ username });
});

app.listen(3000);
