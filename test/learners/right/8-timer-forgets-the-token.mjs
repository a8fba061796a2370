import express from "express";
import jwt from "jsonwebtoken";
import * as crypto from "crypto";

export const app = express();
app.use(express.json());

const users = new Map(); // hash -> username
const ONE_WEEK = 604_800_000;

const toHash = (token) => crypto.createHash("sha3-256").update(token).digest("base64url");

app.route("/login").post((req, res) => {
  const { username } = req.body;
  const refreshToken = crypto.randomBytes(30).toString("base64url");
  const hash = toHash(refreshToken);
  users.set(hash, username);
  setTimeout(() => users.delete(hash), ONE_WEEK).unref();
  const accessToken = jwt.sign({ username }, process.env.JWT_SECRET, { expiresIn: "15 minutes" });
  res.json({ accessToken, refreshToken });
});

app.route("/token").post((req, res) => {
  const username = users.get(toHash(req.body?.refreshToken ?? ""));
  if (username) {
    const accessToken = jwt.sign({ username }, process.env.JWT_SECRET, { expiresIn: "15 minutes" });
    res.json({ accessToken });
  } else {
    res.status(403).json({ error: "Forbidden" });
  }
});

app.route("/logout").post((req, res) => {
  users.delete(toHash(req.body?.refreshToken ?? ""));
  res.status(204).end();
});

app.route("/me").get((req, res) => {
  const token = req.headers.authorization?.slice("Bearer ".length);
  try {
    const { username } = jwt.verify(token, process.env.JWT_SECRET);
    res.json({ username });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
});

app.listen(3000);
