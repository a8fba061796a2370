import express, { type NextFunction, type Request, type Response } from "express";
import jwt from "jsonwebtoken";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

interface Session {
  id: string;
  username: string;
  currentHash: string;
  retiredHashes: string[];
  expiresAt: number;
}

type RotationResult =
  | { kind: "ok"; session: Session; token: string }
  | { kind: "unknown" }
  | { kind: "expired" }
  | { kind: "reused" };

class FileSessions {
  private sessions = new Map<string, Session>();

  constructor(private readonly file: string, private readonly ttlMs: number) {
    if (existsSync(this.file)) {
      const saved: Session[] = JSON.parse(readFileSync(this.file, "utf8"));
      for (const session of saved) this.sessions.set(session.id, session);
    }
  }

  open(username: string): string {
    const token = this.generate();
    const id = randomUUID();
    this.sessions.set(id, {
      id,
      username,
      currentHash: this.hash(token),
      retiredHashes: [],
      expiresAt: Date.now() + this.ttlMs,
    });
    this.write();
    return token;
  }

  rotate(token: string): RotationResult {
    const hash = this.hash(token);
    for (const session of this.sessions.values()) {
      if (session.retiredHashes.includes(hash)) {
        this.sessions.delete(session.id);
        this.write();
        return { kind: "reused" };
      }
      if (session.currentHash !== hash) continue;
      if (session.expiresAt <= Date.now()) return { kind: "expired" };
      const next = this.generate();
      session.retiredHashes.push(hash);
      session.currentHash = this.hash(next);
      session.expiresAt = Date.now() + this.ttlMs;
      this.write();
      return { kind: "ok", session, token: next };
    }
    return { kind: "unknown" };
  }

  close(token: string): void {
    const hash = this.hash(token);
    for (const session of this.sessions.values()) {
      if (session.currentHash === hash) this.sessions.delete(session.id); // here
    }
  }

  private generate(): string {
    return randomBytes(32).toString("base64url");
  }

  private hash(token: string): string {
    return createHash("sha256").update(token).digest("base64");
  }

  private write(): void {
    const temporary = `${this.file}.new`;
    writeFileSync(temporary, JSON.stringify([...this.sessions.values()]));
    renameSync(temporary, this.file);
  }
}

const secret: string = process.env.ACCESS_TOKEN_SECRET!;
const store = new FileSessions(resolve(__dirname, "sessions.json"), 7 * 24 * 60 * 60 * 1000);

const signAccess = (username: string): string => jwt.sign({ username }, secret, { expiresIn: "15m" });

function requireUser(req: Request, res: Response, next: NextFunction): void {
  const token = req.headers.authorization?.match(/^Bearer\s+(\S+)$/i)?.[1];
  try {
    const payload = jwt.verify(token ?? "", secret) as { username: string };
    res.locals.username = payload.username;
    next();
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
}

const app = express();
app.use(express.json());

app.post("/login", (req: Request, res: Response) => {
  const { username } = req.body as { username: string };
  res.json({ accessToken: signAccess(username), refreshToken: store.open(username) });
});

app.post("/token", (req: Request, res: Response) => {
  const result = store.rotate(String(req.body?.refreshToken));
  if (result.kind !== "ok") {
    res.status(403).json({ error: "Forbidden", reason: result.kind });
    return;
  }
  res.json({ accessToken: signAccess(result.session.username), refreshToken: result.token });
});

app.post("/logout", (req: Request, res: Response) => {
  store.close(String(req.body?.refreshToken));
  res.sendStatus(204);
});

app.get("/me", requireUser, (_req: Request, res: Response) => {
  res.json({ username: res.locals.username });
});

app.listen(3000);
