import { Router } from "express";
import jwt from "jsonwebtoken";
import { Sessions } from "./session";

const secret = process.env.ACCESS_TOKEN_SECRET!;
const sessions = new Sessions();

export const router = Router();

const accessToken = (username: string) => jwt.sign({ username }, secret, { expiresIn: "15m" });

router.post("/login", (req, res) => {
  const session = sessions.open(String(req.body?.username));
  res.json({ accessToken: accessToken(session.username), refreshToken: session.token });
});

router.post("/token", (req, res) => {
  sessions.sweep(); // here
  const session = sessions.get(req.body?.refreshToken);
  if (!session) {
    res.status(403).json({ error: "Forbidden" });
    return;
  }
  res.json({ accessToken: accessToken(session.username) });
});

router.get("/me", (req, res) => {
  const [scheme, token = ""] = (req.headers.authorization ?? "").split(" ");
  try {
    if (scheme !== "Bearer") throw new Error("Bearer expected");
    const claims = jwt.verify(token, secret) as jwt.JwtPayload;
    res.json({ username: claims.username });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
});

router.post("/logout", (req, res) => {
  sessions.close(req.body?.refreshToken);
  res.status(204).end();
});
