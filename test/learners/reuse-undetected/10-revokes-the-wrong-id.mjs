import express from "express";
import * as jose from "jose";
import crypto from "node:crypto";

const app = express();
app.use(express.json());

const accessKey = Buffer.from(process.env.ACCESS_TOKEN_SECRET);
const refreshKey = Buffer.from(process.env.REFRESH_TOKEN_SECRET);

const spent = new Set(); // jti of every refresh token that was used once
const revoked = new Set(); // families that must not be renewed any more

const jwt = (claims, key, time) =>
  new jose.SignJWT(claims).setProtectedHeader({ alg: "HS256" }).setIssuedAt().setExpirationTime(time).sign(key);

const tokens = async (name, fam) => ({
  accessToken: await jwt({ name }, accessKey, "15m"),
  refreshToken: await jwt({ name, fam, jti: crypto.randomUUID() }, refreshKey, "7d"),
});

const open = async (token) => {
  try {
    const { payload } = await jose.jwtVerify(token, refreshKey, { algorithms: ["HS256"] });
    return payload;
  } catch {
    return null;
  }
};

app.post("/login", async (req, res) => {
  res.json(await tokens(req.body.username, crypto.randomUUID()));
});

app.post("/token", async (req, res) => {
  const claims = await open(req.body?.refreshToken);
  if (!claims || revoked.has(claims.fam)) return res.status(403).json({ error: "Forbidden" });
  if (spent.has(claims.jti)) {
    revoked.add(claims.jti); // here
    return res.status(403).json({ error: "Forbidden" });
  }
  spent.add(claims.jti);
  res.json(await tokens(claims.name, claims.fam));
});

app.post("/logout", async (req, res) => {
  const claims = await open(req.body?.refreshToken);
  if (claims) revoked.add(claims.fam);
  res.status(204).end();
});

app.get("/me", async (req, res) => {
  try {
    const { payload } = await jose.jwtVerify(req.headers.authorization.slice(7), accessKey);
    res.json({ username: payload.name });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
});

app.listen(3000);
