import express from "express";
import jwt from "jsonwebtoken";
import { randomBytes } from "crypto";

const nowInSeconds = (): number => Math.trunc(Date.now() / 1000);
const TWO_WEEKS = 14 * 24 * 60 * 60;

class Session {
  constructor(readonly username: string, private idleUntil = nowInSeconds() + TWO_WEEKS) {}
  touch(): boolean {
    if (nowInSeconds() >= this.idleUntil) return false;
    this.idleUntil = nowInSeconds() + TWO_WEEKS;
    return true;
  }
}

const sessions: { [token: string]: Session | undefined } = {};
const secret = process.env["ACCESS_TOKEN_SECRET"]!;
const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  const token = randomBytes(32).toString("hex");
  sessions[token] = new Session(req.body.username); // here
  res.json({ accessToken: jwt.sign({ username: req.body.username }, secret, { expiresIn: 600 }), refreshToken: token });
});
app.post("/token", (req, res) => {
  const session = sessions[req.body.refreshToken];
  if (!session?.touch()) {
    delete sessions[req.body.refreshToken];
    return void res.status(403).json({ error: "Forbidden" });
  }
  res.json({ accessToken: jwt.sign({ username: session.username }, secret, { expiresIn: 600 }) });
});
app.post("/logout", (req, res) => {
  sessions[req.body.refreshToken] = undefined;
  res.status(204).end();
});
app.get("/me", (req, res) => {
  const [scheme, token = ""] = (req.headers.authorization ?? "").split(" ");
  try {
    if (scheme !== "Bearer") throw new Error("scheme");
    const claims = jwt.verify(token, secret, { algorithms: ["HS256"] });
    res.json({ username: typeof claims === "object" ? claims["username"] : undefined });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
});
app.listen(3000);
