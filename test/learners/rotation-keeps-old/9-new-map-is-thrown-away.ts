import express from "express";
import type { RequestHandler } from "express";
import jwt from "jsonwebtoken";
import { createHmac, randomBytes } from "node:crypto";

type Digest = string;
type Entry = Readonly<{ username: string; expiresAt: number }>;
type State = ReadonlyMap<Digest, Entry>;
type Action =
  | { type: "added"; digest: Digest; entry: Entry }
  | { type: "replaced"; old: Digest; digest: Digest; entry: Entry }
  | { type: "removed"; digest: Digest };

function reduce(state: State, action: Action): State {
  const next = new Map(state);
  switch (action.type) {
    case "added":
      return next.set(action.digest, action.entry);
    case "replaced":
      new Map(state).delete(action.old); // here
      return next.set(action.digest, action.entry);
    case "removed":
      next.delete(action.digest);
      return next;
  }
}

let state: State = new Map();
const dispatch = (action: Action): void => {
  state = reduce(state, action);
};

const env = (name: string): string => process.env[name] ?? "";
const digestOf = (token: unknown): Digest =>
  createHmac("sha256", env("REFRESH_TOKEN_SECRET")).update(String(token)).digest("hex");
const newToken = (): string => randomBytes(32).toString("base64url");
const newEntry = (username: string): Entry => ({ username, expiresAt: Date.now() + 20 * 86_400_000 });
const accessToken = (username: string): string =>
  jwt.sign({ username }, env("ACCESS_TOKEN_SECRET"), { expiresIn: "15m" });

const login: RequestHandler = (req, res) => {
  const { username } = req.body;
  const token = newToken();
  dispatch({ type: "added", digest: digestOf(token), entry: newEntry(username) });
  res.json({ accessToken: accessToken(username), refreshToken: token });
};

const renew: RequestHandler = (req, res) => {
  const old = digestOf(req.body?.refreshToken);
  const entry = state.get(old);
  if (!entry || entry.expiresAt < Date.now()) {
    res.status(403).json({ error: "Forbidden" });
    return;
  }
  const token = newToken();
  dispatch({ type: "replaced", old, digest: digestOf(token), entry: newEntry(entry.username) });
  res.json({ accessToken: accessToken(entry.username), refreshToken: token });
};

const logout: RequestHandler = (req, res) => {
  dispatch({ type: "removed", digest: digestOf(req.body?.refreshToken) });
  res.sendStatus(204);
};

const me: RequestHandler = (req, res) => {
  const [, token = ""] = req.headers.authorization?.split(" ") ?? [];
  try {
    const { username } = jwt.verify(token, env("ACCESS_TOKEN_SECRET")) as { username: string };
    res.json({ username });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
};

express()
  .use(express.json())
  .post("/login", login)
  .post("/token", renew)
  .post("/logout", logout)
  .get("/me", me)
  .listen(3000);
