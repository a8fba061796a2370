import express from "express";
import jwt from "jsonwebtoken";
import fs from "node:fs";
import { createHash, randomBytes } from "node:crypto";
import path from "node:path";

// From the environment, because whoever reads this file must not be able to sign.
const secret = process.env["ACCESS_TOKEN_SECRET"] ?? "";
if (secret === "") throw new Error("ACCESS_TOKEN_SECRET is not set");

const app = express();
app.use(express.json());

// In milliseconds, as Date.now() counts.
const WEEK = 7 * 24 * 60 * 60 * 1000;

// One record a login: the hashes of all its tokens, the last one good; whose it is, and when it ends.
let logins: { hashes: string[]; username: string; endsAt: number }[] = [];

const file = path.join(import.meta.dirname, "logins.json");
if (fs.existsSync(file)) logins = JSON.parse(fs.readFileSync(file, "utf8"));

// Before the answer, because what a client was told must be true after a power cut. Another name first, because a power
// cut in the middle of writing would leave half a file.
function save(): void {
  fs.writeFileSync(`${file}.new`, JSON.stringify(logins));
  fs.renameSync(`${file}.new`, file);
}

// SHA-256 and not bcrypt: a random token cannot be guessed, and it has to be found again by its hash.
function hashOf(token: unknown): string {
  return createHash("sha256").update(String(token)).digest("hex");
}

function accessTokenFor(username: string): string {
  return jwt.sign({ username }, secret, { algorithm: "HS256", expiresIn: "15m" });
}

app.post("/login", (req, res) => {
  const username: unknown = req.body?.username;
  if (typeof username !== "string") return res.status(400).json({ error: "Bad Request" });
  const refreshToken = randomBytes(32).toString("base64url");
  const now = Date.now();
  // What has ended is forgotten, so that the list does not only grow.
  logins = logins.filter(({ endsAt }) => endsAt > now);
  logins.push({ hashes: [hashOf(refreshToken)], username, endsAt: now + WEEK });
  save();
  res.json({ accessToken: accessTokenFor(username), refreshToken });
});

app.post("/token", (req, res) => {
  const sent = hashOf(req.body?.refreshToken);
  const login = logins.find(({ hashes }) => hashes.includes(sent));
  if (!login || login.endsAt <= Date.now()) return res.status(403).json({ error: "Forbidden" });
  if (login.hashes.at(-1) !== sent) {
    // An old token comes back: somebody has a copy, so this login ends for everybody who holds it.
    logins = logins.filter((one) => one !== login);
    save();
    return res.status(403).json({ error: "Forbidden" });
  }
  // No await between the look and the change: of two renewals at once, the second one meets an old token.
  const refreshToken = randomBytes(32).toString("base64url");
  login.hashes.push(hashOf(refreshToken));
  save();
  res.json({ accessToken: accessTokenFor(login.username), refreshToken });
});

app.get("/me", (req, res) => {
  const [scheme, token] = (req.headers.authorization ?? "").split(" ");
  try {
    if (scheme !== "Bearer") throw new Error("no access token");
    // It throws when the signature is not ours, or when the token has ended.
    const claims = jwt.verify(token ?? "", secret, { algorithms: ["HS256"] });
    if (typeof claims === "string") throw new Error("no claims");
    res.json({ username: claims["username"] });
  } catch {
    res.set("WWW-Authenticate", "Bearer").status(401).json({ error: "Unauthorized" });
  }
});

app.post("/logout", (req, res) => {
  const sent = hashOf(req.body?.refreshToken);
  logins = logins.filter(({ hashes }) => !hashes.includes(sent));
  save();
  res.status(204).end();
});

app.listen(3000, (error) => {
  if (error) throw error; // for example: port 3000 is taken
  console.log("Listening on http://localhost:3000");
});

// Step 12: the refresh token travels in a cookie: HttpOnly, Secure,
// SameSite=Strict, and in no body. POST /logout clears it.
// Answers that hold tokens say Cache-Control: no-store.
