import express from "express";
import jwt from "jsonwebtoken";
import { randomBytes } from "node:crypto";

// From the environment, because whoever reads this file must not be able to sign.
const secret = process.env["ACCESS_TOKEN_SECRET"] ?? "";
if (secret === "") throw new Error("ACCESS_TOKEN_SECRET is not set");

const app = express();
app.use(express.json());

// In milliseconds, as Date.now() counts.
const WEEK = 7 * 24 * 60 * 60 * 1000;

// One record a login: its token, whose it is, and when it ends.
let logins: { refreshToken: string; username: string; endsAt: number }[] = [];

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
  logins.push({ refreshToken, username, endsAt: now + WEEK });
  res.json({ accessToken: accessTokenFor(username), refreshToken });
});

app.post("/token", (req, res) => {
  const login = logins.find(({ refreshToken }) => refreshToken === req.body?.refreshToken);
  if (!login || login.endsAt <= Date.now()) return res.status(403).json({ error: "Forbidden" });
  res.json({ accessToken: accessTokenFor(login.username) });
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
  logins = logins.filter(({ refreshToken }) => refreshToken !== req.body?.refreshToken);
  res.status(204).end();
});

app.listen(3000, (error) => {
  if (error) throw error; // for example: port 3000 is taken
  console.log("Listening on http://localhost:3000");
});

// Step 8: the store keeps a SHA-256 hash of each refresh token
// instead of the token. A copy of the store must open nothing.
