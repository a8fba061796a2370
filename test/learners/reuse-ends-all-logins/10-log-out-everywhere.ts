import express, { type Request, type Response } from "express";
import jwt from "jsonwebtoken";
import { createHash, randomBytes } from "node:crypto";

class Session {
  #current: string;
  #retired = new Set<string>();
  readonly #expiresAt: number;
  #revoked = false;

  constructor(
    readonly username: string,
    firstHash: string,
    ttl: number,
  ) {
    this.#current = firstHash;
    this.#expiresAt = Date.now() + ttl;
  }

  owns(hash: string): boolean {
    return hash === this.#current || this.#retired.has(hash);
  }

  isGood(hash: string): boolean {
    return !this.#revoked && hash === this.#current && Date.now() < this.#expiresAt;
  }

  rotate(next: string): void {
    this.#retired.add(this.#current);
    this.#current = next;
  }

  revoke(): void {
    this.#revoked = true;
  }

  get over(): boolean {
    return this.#revoked || Date.now() >= this.#expiresAt;
  }
}

class SessionManager {
  #sessions: Session[] = [];

  constructor(private readonly ttl: number) {}

  open(username: string): string {
    this.#sessions = this.#sessions.filter((session) => !session.over);
    const token = this.#token();
    this.#sessions.push(new Session(username, this.#hash(token), this.ttl));
    return token;
  }

  renew(token: string): { username: string; token: string } | null {
    const hash = this.#hash(token);
    const session = this.#sessions.find((candidate) => candidate.owns(hash));
    if (!session) return null;
    if (!session.isGood(hash)) {
      for (const other of this.#sessions) {
        if (other.username === session.username) other.revoke(); // here
      }
      return null;
    }
    const next = this.#token();
    session.rotate(this.#hash(next));
    return { username: session.username, token: next };
  }

  close(token: string): void {
    const hash = this.#hash(token);
    this.#sessions.find((candidate) => candidate.owns(hash))?.revoke();
  }

  #token(): string {
    return randomBytes(32).toString("base64url");
  }

  #hash(token: string): string {
    return createHash("sha256").update(token).digest("hex");
  }
}

const manager = new SessionManager(7 * 24 * 60 * 60 * 1000);
const secret = String(process.env.ACCESS_TOKEN_SECRET);
const app = express();
app.use(express.json());

app.post("/login", (req: Request, res: Response) => {
  const { username } = req.body;
  res.json({ accessToken: jwt.sign({ username }, secret, { expiresIn: "15m" }), refreshToken: manager.open(username) });
});

app.post("/token", (req: Request, res: Response) => {
  const renewed = manager.renew(String(req.body?.refreshToken));
  if (!renewed) {
    res.status(403).json({ error: "Forbidden" });
    return;
  }
  const { username, token } = renewed;
  res.json({ accessToken: jwt.sign({ username }, secret, { expiresIn: "15m" }), refreshToken: token });
});

app.post("/logout", (req: Request, res: Response) => {
  manager.close(String(req.body?.refreshToken));
  res.sendStatus(204);
});

app.get("/me", (req: Request, res: Response) => {
  const token = req.get("authorization")?.replace("Bearer ", "") ?? "";
  try {
    const payload = jwt.verify(token, secret) as jwt.JwtPayload;
    res.json({ username: payload.username });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
});

app.listen(3000);
