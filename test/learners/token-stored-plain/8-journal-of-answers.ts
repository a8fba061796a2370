import express from "express";
import jwt from "jsonwebtoken";
import crypto from "node:crypto";

type Session = { username: string; endsAt: number };
type Entry = { at: Date; what: string; detail: unknown };

const secret = process.env.ACCESS_TOKEN_SECRET as string;
const sessions = new Map<string, Session>();
const trail: Entry[] = [];

const sha = (text: unknown): string => crypto.createHash("sha256").update(String(text)).digest("hex");
const note = (what: string, detail: unknown): void => {
  trail.push({ at: new Date(), what, detail });
  if (trail.length > 500) trail.shift();
};

const app = express();
app.use(express.json());

const accessToken = (username: string) => jwt.sign({ username }, secret, { expiresIn: "15m" });

app.post("/login", (req, res) => {
  const username: string = req.body.username;
  const refreshToken = crypto.randomBytes(32).toString("base64url");
  sessions.set(sha(refreshToken), { username, endsAt: Date.now() + 7 * 24 * 60 * 60 * 1000 });
  const answer = { accessToken: accessToken(username), refreshToken };
  note("login", { username, answer }); // here
  res.json(answer);
});

app.post("/token", (req, res) => {
  const session = sessions.get(sha(req.body.refreshToken));
  if (!session || session.endsAt <= Date.now()) {
    note("refused", req.ip);
    res.status(403).json({ error: "Forbidden" });
    return;
  }
  note("renewed", session.username);
  res.json({ accessToken: accessToken(session.username) });
});

app.get("/me", (req, res) => {
  try {
    const [scheme, token] = req.headers.authorization!.split(" ");
    if (scheme !== "Bearer") throw new TypeError(scheme);
    res.json({ username: (jwt.verify(token, secret) as jwt.JwtPayload).username });
  } catch {
    res.sendStatus(401);
  }
});

app.post("/logout", (req, res) => {
  sessions.delete(sha(req.body.refreshToken));
  note("logout", req.ip);
  res.sendStatus(204);
});

app.listen(3000);
