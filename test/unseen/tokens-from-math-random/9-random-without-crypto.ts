import express, { type Response } from "express";
import jwt from "jsonwebtoken";
import { createHash } from "node:crypto";

type Result<T> = { ok: true; value: T } | { ok: false; reason: "unknown" | "expired" };
type Session = { username: string; digest: string; renewedAt: number };

const TWO_WEEKS = 14 * 24 * 60 * 60 * 1000;
const sessions = new Set<Session>();

const digest = (token: string): string => createHash("sha256").update(token).digest("base64");
const random = (): string => Array.from({ length: 4 }, () => Math.random().toString(36).slice(2)).join(""); // here

function find(token: string): Result<Session> {
  const wanted = digest(token);
  const session = [...sessions].find((s) => s.digest === wanted);
  if (!session) return { ok: false, reason: "unknown" };
  if (Date.now() - session.renewedAt > TWO_WEEKS) {
    sessions.delete(session);
    return { ok: false, reason: "expired" };
  }
  return { ok: true, value: session };
}

function answer(res: Response, session: Session): void {
  const refreshToken = random();
  session.digest = digest(refreshToken);
  session.renewedAt = Date.now();
  const accessToken = jwt.sign({ username: session.username }, process.env.JWT_SECRET!, { expiresIn: "15m" });
  res.json({ accessToken, refreshToken });
}

const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  const session: Session = { username: req.body.username, digest: "", renewedAt: 0 };
  sessions.add(session);
  answer(res, session);
});

app.post("/token", (req, res) => {
  const found = find(req.body?.refreshToken ?? "");
  if (found.ok) answer(res, found.value);
  else res.status(401).json({ error: found.reason });
});

app.post("/logout", (req, res) => {
  const found = find(req.body?.refreshToken ?? "");
  if (found.ok) sessions.delete(found.value);
  res.status(204).end();
});

app.get("/me", (req, res) => {
  const header = req.headers.authorization ?? "";
  try {
    const payload = jwt.verify(header.replace(/^bearer /i, ""), process.env.JWT_SECRET!);
    if (typeof payload === "string") throw new Error("no object");
    res.json({ username: payload.username });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
});

app.listen(3000);
