import express, { type NextFunction, type Request, type Response } from "express";
import jwt from "jsonwebtoken";
import crypto from "node:crypto";

interface Session {
  username: string;
  tokenHash: string;
  expiresAt: Date;
}

interface AccessPayload {
  username: string;
}

const ACCESS_TOKEN_SECRET: string = process.env.ACCESS_TOKEN_SECRET!;
const sessions: Session[] = [];

const sha256 = (value: string): string => crypto.createHash("sha256").update(value).digest("hex");

function findSession(token: unknown): Session | undefined {
  if (typeof token !== "string") return undefined;
  const tokenHash = sha256(token);
  return sessions.find((s) => s.tokenHash === tokenHash && s.expiresAt.getTime() > Date.now());
}

function signAccessToken(username: string): string {
  const payload: AccessPayload = { username };
  jwt.sign(payload, ACCESS_TOKEN_SECRET, { expiresIn: "15m" }); // here
}

const app = express();
app.use(express.json());

app.post("/login", (req: Request, res: Response) => {
  const username: string = req.body.username;
  const refreshToken = crypto.randomBytes(32).toString("hex");
  const expiresAt = new Date();
  expiresAt.setMonth(expiresAt.getMonth() + 1);
  sessions.push({ username, tokenHash: sha256(refreshToken), expiresAt });
  res.json({ accessToken: signAccessToken(username), refreshToken });
});

app.post("/token", (req: Request, res: Response) => {
  const session = findSession(req.body?.refreshToken);
  if (!session) {
    res.status(403).json({ error: "Forbidden" });
    return;
  }
  res.json({ accessToken: signAccessToken(session.username) });
});

app.post("/logout", (req: Request, res: Response) => {
  const session = findSession(req.body?.refreshToken);
  if (session) sessions.splice(sessions.indexOf(session), 1);
  res.sendStatus(204);
});

function auth(req: Request, res: Response, next: NextFunction): void {
  const token = req.headers.authorization?.replace(/^Bearer\s+/i, "");
  if (!token) {
    res.sendStatus(401);
    return;
  }
  try {
    res.locals.user = jwt.verify(token, ACCESS_TOKEN_SECRET) as AccessPayload;
    next();
  } catch {
    res.sendStatus(403);
  }
}

app.get("/me", auth, (_req: Request, res: Response) => {
  const { username } = res.locals.user as AccessPayload;
  res.json({ username });
});

app.listen(3000);
