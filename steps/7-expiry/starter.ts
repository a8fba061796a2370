import express from "express";
import jwt from "jsonwebtoken";
import { randomBytes } from "node:crypto";

// From the environment, because whoever reads this file must not be able to sign.
const secret = process.env["ACCESS_TOKEN_SECRET"] ?? "";
if (secret === "") throw new Error("ACCESS_TOKEN_SECRET is not set");

const app = express();
app.use(express.json());

// One record a login: its token, and whose it is.
let logins: { refreshToken: string; username: string }[] = [];

function accessTokenFor(username: string): string {
  return jwt.sign({ username }, secret, { algorithm: "HS256", expiresIn: "15m" });
}

app.post("/login", (req, res) => {
  const username: unknown = req.body?.username;
  if (typeof username !== "string") return res.status(400).json({ error: "Bad Request" });
  const refreshToken = randomBytes(32).toString("base64url");
  logins.push({ refreshToken, username });
  res.json({ accessToken: accessTokenFor(username), refreshToken });
});

app.post("/token", (req, res) => {
  const login = logins.find(({ refreshToken }) => refreshToken === req.body?.refreshToken);
  if (!login) return res.status(403).json({ error: "Forbidden" });
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

// Step 7: a refresh token ends. It is good for at least a day,
// and at the latest after 31 days POST /token refuses it.
