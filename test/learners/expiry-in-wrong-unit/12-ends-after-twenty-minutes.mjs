import express from "express";
import { createHash, randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { SignJWT, jwtVerify } from "jose";

const secret = Buffer.from(process.env.ACCESS_TOKEN_SECRET, "hex");
const database = "logins.json";
const logins = new Map(existsSync(database) ? JSON.parse(readFileSync(database, "utf8")) : []);

const save = () => {
  writeFileSync(database + ".tmp", JSON.stringify([...logins]));
  renameSync(database + ".tmp", database);
};

const DAYS = 24 * 60 * 60;
const hash = (text) => createHash("sha256").update(text).digest("base64url");

// No library for cookies, the header is simple enough.
const setCookie = (res, value, maxAge) =>
  res.append("Set-Cookie", `__Host-rt=${value}; Path=/; HttpOnly; Secure; SameSite=Strict; Max-Age=${maxAge}`);

const readCookie = (req) => {
  for (const pair of (req.headers.cookie ?? "").split(";")) {
    const [name, value] = pair.trim().split("=");
    if (name === "__Host-rt") return value;
  }
  return "";
};

async function grant(res, id, login) {
  const token = randomBytes(32).toString("base64url");
  logins.set(id, { ...login, chain: [...login.chain, hash(token)], expires: Date.now() + 14 * DAYS }); // here
  save();
  setCookie(res, token, 14 * DAYS);
  const accessToken = await new SignJWT({ username: login.username })
    .setProtectedHeader({ alg: "HS256" })
    .setExpirationTime("10m")
    .sign(secret);
  res.set("Cache-Control", "no-store").json({ accessToken });
}

function find(req) {
  const presented = hash(readCookie(req));
  for (const [id, login] of logins) {
    const position = login.chain.indexOf(presented);
    if (position >= 0) return { id, login, newest: position === login.chain.length - 1 };
  }
  return null;
}

const app = express();
app.use(express.json());

app.post("/login", (req, res) => grant(res, randomBytes(9).toString("hex"), { username: req.body.username, chain: [] }));

app.post("/token", (req, res) => {
  const found = find(req);
  if (!found || found.login.expires < Date.now()) return res.status(401).end();
  if (!found.newest) {
    logins.delete(found.id);
    save();
    return res.status(401).end();
  }
  return grant(res, found.id, found.login);
});

app.post("/logout", (req, res) => {
  const found = find(req);
  if (found) {
    logins.delete(found.id);
    save();
  }
  setCookie(res, "", 0);
  res.status(204).end();
});

app.get("/me", async (req, res) => {
  try {
    const [, token] = req.headers.authorization.split("Bearer ");
    const { payload } = await jwtVerify(token, secret);
    res.json({ username: payload.username });
  } catch {
    res.status(401).set("WWW-Authenticate", "Bearer").end();
  }
});

app.listen(3000);
