import express from "express";
import { jwtVerify, SignJWT } from "jose";
import { randomUUID } from "node:crypto";

const secret = new TextEncoder().encode(process.env.JWT_SECRET);
const sessions = new Set();

function token(username, lifetime) {
  const jwt = new SignJWT({ username }).setProtectedHeader({ alg: "HS256" }).setIssuedAt().setJti(randomUUID());
  if (lifetime) jwt.setExpirationTime(lifetime);
  return jwt.sign(secret);
}

const app = express();
app.use(express.json());

app.post("/login", async (req, res) => {
  const { username } = req.body;
  const refreshToken = await token(username);
  sessions.add(refreshToken);
  res.json({ accessToken: await token(username, "15m"), refreshToken });
});

app.post("/token", async (req, res) => {
  const { refreshToken } = req.body;
  if (!sessions.has(refreshToken)) return res.status(403).json({ error: "Forbidden" });
  const { payload } = await jwtVerify(refreshToken, secret);
  res.json({ accessToken: await token(payload.username, "15m") });
});

app.post("/logout", async (req, res) => {
  sessions.delete(req.body.refreshToken);
  res.sendStatus(204);
});

app.get("/me", async (req, res) => {
  try {
    const { payload } = await jwtVerify(req.headers.authorization.split(" ")[1], secret); // here
    res.json({ username: payload.username });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
});

app.listen(3000);
