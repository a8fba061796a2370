import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import express from "express";
import jwt from "jsonwebtoken";

// a small dotenv
const env = Object.fromEntries(
  readFileSync(new URL(".env", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line.includes("="))
    .map((line) => line.split("=")),
);

const app = express();
app.use(express.json());
let sessions = [];

const sign = (username) => jwt.sign({ username }, env.SIGNING_KEY, { expiresIn: "15m" }); // here

app.post("/login", (req, res) => {
  const session = { token: randomBytes(32).toString("hex"), username: req.body.username };
  sessions.push(session);
  res.json({ accessToken: sign(session.username), refreshToken: session.token });
});

app.post("/token", (req, res) => {
  const session = sessions.find((s) => s.token === req.body.refreshToken);
  if (!session) return res.status(403).json({ error: "Forbidden" });
  res.json({ accessToken: sign(session.username) });
});

app.post("/logout", (req, res) => {
  sessions = sessions.filter((s) => s.token !== req.body.refreshToken);
  res.sendStatus(204);
});

app.get("/me", (req, res) => {
  try {
    const token = req.headers.authorization.replace("Bearer ", "");
    res.json({ username: jwt.verify(token, env.SIGNING_KEY).username });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
});

app.listen(Number(env.PORT));
