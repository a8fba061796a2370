import express from "express";
import { SignJWT, jwtVerify, errors } from "jose";
import { createSecretKey, createHash, randomUUID } from "node:crypto";

const accessKey = createSecretKey(Buffer.from(process.env.ACCESS_TOKEN_SECRET, "utf8"));
const refreshKey = createSecretKey(Buffer.from(process.env.REFRESH_TOKEN_SECRET, "utf8"));

const known = new Set();
const hash = (token) => createHash("sha256").update(token).digest("hex");

const sign = (username, key, time) =>
  new SignJWT({ username })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuedAt()
    .setJti(randomUUID())
    .setExpirationTime(time)
    .sign(key);

async function pair(username) {
  const [accessToken, refreshToken] = await Promise.all([
    sign(username, accessKey, "15m"),
    sign(username, refreshKey, "14d"),
  ]);
  known.add(hash(refreshToken));
  return { accessToken, refreshToken };
}

const app = express();
app.use(express.json());

app.post("/login", async (req, res) => {
  res.json(await pair(req.body.username));
});

app.post("/token", async (req, res) => {
  const { refreshToken } = req.body ?? {};
  try {
    const { payload } = await jwtVerify(refreshToken, refreshKey);
    // delete says whether it was there
    if (!known.delete(hash(refreshToken))) return res.status(403).json({ error: "Forbidden" });
    res.json(await pair(payload.username));
  } catch (error) {
    if (error instanceof errors.JWTExpired) known.delete(hash(refreshToken));
    res.status(403).json({ error: "Forbidden" });
  }
});

app.post("/logout", async (req, res) => {
  const { refreshToken } = req.body ?? {};
  if (typeof refreshToken === "string") known.delete(hash(refreshToken));
  res.status(204).end();
});

app.get("/me", async (req, res) => {
  try {
    const token = req.headers.authorization.replace("Bearer ", "");
    const { payload } = await jwtVerify(token, accessKey, { algorithms: ["HS256"] });
    res.json({ username: payload.username });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
});

app.listen(3000);
