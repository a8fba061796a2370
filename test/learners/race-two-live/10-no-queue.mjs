import express from "express";
import { SignJWT, jwtVerify } from "jose";
import { createHash, randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";

const secret = new TextEncoder().encode(process.env.ACCESS_TOKEN_SECRET);
const records = [];

// slow on purpose, as a database would be
const db = {
  find: async (test) => (await wait(2), records.find(test)),
  insert: async (record) => (await wait(2), void records.push(record)),
  update: async (test, change) => {
    await wait(2);
    for (const record of records.filter(test)) Object.assign(record, change);
  },
};

const digest = (token) => createHash("sha256").update(token).digest("hex");
const access = (username) =>
  new SignJWT({ username }).setProtectedHeader({ alg: "HS256" }).setExpirationTime("15m").sign(secret);

async function grant(username, family) {
  const refreshToken = randomBytes(32).toString("base64url");
  const expires = Date.now() + 7 * 24 * 60 * 60 * 1000;
  await db.insert({ hash: digest(refreshToken), username, family, status: "active", expires });
  return { accessToken: await access(username), refreshToken };
}

async function renew(token) {
  const record = await db.find((r) => r.hash === digest(token));
  if (!record || record.expires < Date.now() || record.status === "revoked") return null;
  if (record.status === "used") {
    await db.update((r) => r.family === record.family, { status: "revoked" });
    return null;
  }
  await db.update((r) => r.hash === record.hash, { status: "used" }); // here
  return grant(record.username, record.family);
}

const app = express();
app.use(express.json());

app.post("/login", async (req, res) => {
  res.json(await grant(req.body.username, randomBytes(12).toString("hex")));
});

app.post("/token", async (req, res) => {
  const token = req.body?.refreshToken;
  if (typeof token !== "string") return res.status(400).json({ error: "Bad Request" });
  const pair = await renew(token);
  if (!pair) return res.status(403).json({ error: "Forbidden" });
  res.json(pair);
});

app.post("/logout", async (req, res) => {
  const record = await db.find((r) => r.hash === digest(req.body?.refreshToken ?? ""));
  if (record) await db.update((r) => r.family === record.family, { status: "revoked" });
  res.sendStatus(204);
});

app.get("/me", async (req, res) => {
  try {
    const token = req.headers.authorization.split(" ")[1];
    const { payload } = await jwtVerify(token, secret);
    res.json({ username: payload.username });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
});

app.listen(3000);
