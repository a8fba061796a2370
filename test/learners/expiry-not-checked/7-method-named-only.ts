import express from "express";
import jwt, { type JwtPayload } from "jsonwebtoken";
import { randomBytes } from "node:crypto";

const ACCESS_SECRET = process.env.ACCESS_TOKEN_SECRET!;
const DAYS = 24 * 60 * 60 * 1000;

class Session {
  readonly token = randomBytes(32).toString("base64url");
  private readonly expiresAt: number;
  private revoked = false;

  constructor(readonly owner: string, lifetime = 14 * DAYS) {
    this.expiresAt = Date.now() + lifetime;
  }

  isActive(): boolean {
    return !this.revoked && Date.now() < this.expiresAt;
  }

  revoke(): void {
    this.revoked = true;
  }
}

class SessionRegistry {
  private sessions = new Map<string, Session>();

  open(owner: string): Session {
    const session = new Session(owner);
    this.sessions.set(session.token, session);
    return session;
  }

  get(token: unknown): Session | undefined {
    const session = typeof token === "string" ? this.sessions.get(token) : undefined;
    if (!session || !session.isActive) return undefined; // here
    return session;
  }

  close(token: unknown): void {
    const session = this.get(token);
    if (!session) return;
    session.revoke();
    this.sessions.delete(session.token);
  }
}

const registry = new SessionRegistry();
const accessToken = (username: string) => jwt.sign({ username }, ACCESS_SECRET, { expiresIn: "15m" });

const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  const { username } = (req.body ?? {}) as { username?: string };
  if (!username) return void res.status(400).json({ error: "username?" });
  const session = registry.open(username);
  res.json({ accessToken: accessToken(session.owner), refreshToken: session.token });
});

app.post("/token", (req, res) => {
  const session = registry.get(req.body?.refreshToken);
  if (!session) return void res.status(403).json({ error: "Forbidden" });
  res.json({ accessToken: accessToken(session.owner) });
});

app.post("/logout", (req, res) => {
  registry.close(req.body?.refreshToken);
  res.status(204).end();
});

app.get("/me", (req, res) => {
  const token = /^Bearer (\S+)$/.exec(req.get("authorization") ?? "")?.[1] ?? "";
  try {
    const { username } = jwt.verify(token, ACCESS_SECRET, { algorithms: ["HS256"] }) as JwtPayload;
    res.json({ username });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
});

app.listen(3000);
