import { randomBytes } from "node:crypto";
import express from "express";
import { decodeJwt, generateKeyPair, SignJWT } from "jose";

const { privateKey } = await generateKeyPair("EdDSA");
const ISSUER = "https://auth.example";

async function signAccess(username: string): Promise<string> {
  return new SignJWT()
    .setSubject(username)
    .setIssuer(ISSUER)
    .setProtectedHeader({ alg: "EdDSA" })
    .setIssuedAt()
    .setExpirationTime("5 minutes")
    .sign(privateKey);
}

type Session = { id: string; username: string };
const sessions: Array<Session> = [];

const app = express().use(express.json());

app.post("/login", async ({ body }, res) => {
  const session: Session = { id: randomBytes(24).toString("base64url"), username: body.username };
  sessions.push(session);
  res.json({ accessToken: await signAccess(session.username), refreshToken: session.id });
});

app.post("/token", async ({ body }, res) => {
  const session = sessions.find(({ id }) => id === body.refreshToken);
  if (session === undefined) res.status(403).json({ error: "Forbidden" });
  else res.json({ accessToken: await signAccess(session.username) });
});

app.post("/logout", ({ body }, res) => {
  const index = sessions.findIndex(({ id }) => id === body.refreshToken);
  if (index !== -1) sessions.splice(index, 1);
  res.sendStatus(204);
});

app.get("/me", async (req, res) => {
  const token = req.headers.authorization?.replace(/^Bearer\s+/, "");
  if (!token) return void res.sendStatus(401);
  try {
    const payload = decodeJwt(token); // here
    res.json({ username: payload.sub });
  } catch {
    res.sendStatus(401);
  }
});

app.listen(3000);
