import express from "express";
import { SignJWT, jwtVerify } from "jose";
import { randomUUID } from "node:crypto";

// sid -> jti of the one refresh token that this login may use
const logins = new Map();

const bytes = (name) => new TextEncoder().encode(process.env[name]);
const accessKey = bytes("ACCESS_TOKEN_SECRET");
const refreshKey = bytes("REFRESH_TOKEN_SECRET");

async function signPair(username, sid, jti) {
  const accessToken = await new SignJWT({ username })
    .setProtectedHeader({ alg: "HS256" })
    .setExpirationTime("15m")
    .sign(accessKey);
  const refreshToken = await new SignJWT({ username, sid })
    .setProtectedHeader({ alg: "HS256" })
    .setJti(jti)
    .setExpirationTime("7d")
    .sign(refreshKey);
  return { accessToken, refreshToken };
}

async function verify(token) {
  const { payload } = await jwtVerify(token, refreshKey).catch(() => ({ payload: null }));
  return payload;
}

const app = express();
app.use(express.json());

app.post("/login", async (req, res) => {
  const sid = randomUUID();
  const jti = randomUUID();
  logins.set(sid, jti);
  res.json(await signPair(req.body.username, sid, jti));
});

app.post("/token", async (req, res) => {
  const claims = await verify(req.body?.refreshToken);
  if (!claims || !logins.has(claims.sid)) return res.status(403).json({ error: "Forbidden" });
  if (logins.get(claims.sid) !== claims.jti) {
    logins.delete(claims.sid);
    return res.status(403).json({ error: "Forbidden" });
  }
  // from here to the set no await, so only one of several gets through
  const jti = randomUUID();
  logins.set(claims.sid, jti);
  res.json(await signPair(claims.username, claims.sid, jti));
});

app.post("/logout", async (req, res) => {
  const claims = await verify(req.body?.refreshToken);
  if (claims) logins.delete(claims.sid);
  res.status(204).end();
});

app.get("/me", async (req, res) => {
  try {
    const { payload } = await jwtVerify(req.headers.authorization.split(" ")[1], accessKey);
    res.json({ username: payload.username });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
});

app.listen(3000);
