import { randomBytes } from "node:crypto";
import express from "express";
import { jwtVerify, SignJWT } from "jose";

const key = new TextEncoder().encode(process.env.ACCESS_TOKEN_SECRET);
const sessions = new Map();

const issue = (username) =>
  new SignJWT({ username })
    .setProtectedHeader({ alg: "HS256" })
    .setIssuedAt()
    .setExpirationTime("10m")
    .sign(key);

const app = express();
app.use(express.json());

app.post("/login", async (req, res) => {
  const { username } = req.body;
  const refreshToken = randomBytes(32).toString("base64url");
  sessions.set(refreshToken, true);
  res.json({ accessToken: await issue(username), refreshToken });
});

app.post("/token", async (req, res) => {
  const session = sessions.get(req.body?.refreshToken);
  if (!session) return res.status(403).json({ error: "Forbidden" });
  res.json({ accessToken: await issue(session.username) }); // here
});

app.post("/logout", (req, res) => {
  sessions.delete(req.body?.refreshToken);
  res.sendStatus(204);
});

app.get("/me", async (req, res) => {
  try {
    const [, token] = (req.get("Authorization") ?? "").split(" ");
    const { payload } = await jwtVerify(token, key, { algorithms: ["HS256"] });
    res.json({ username: payload.username });
  } catch {
    res.set("WWW-Authenticate", "Bearer").status(401).json({ error: "Unauthorized" });
  }
});

app.listen(3000);
