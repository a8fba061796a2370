import express from "express";
import jwt from "jsonwebtoken";
import { createHash, randomBytes } from "node:crypto";

interface Row {
  username: string;
  verifier: string;
  expiresAt: number;
}

const rows: Record<string, Row> = {};
const sha = (s: string): string => createHash("sha256").update(s).digest("hex");

function issue(username: string): string {
  const selector = randomBytes(9).toString("hex");
  const verifier = randomBytes(32).toString("hex");
  rows[selector] = { username, verifier: sha(verifier), expiresAt: Date.now() + 7 * 24 * 60 * 60 * 1000 };
  return selector + "." + verifier;
}

function access(username: string): string {
  return jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET!, { expiresIn: "15m" });
}

function take(token: unknown): Row | null {
  const [selector, verifier] = String(token).split(".");
  if (!selector || !verifier) return null;
  const row = rows[selector];
  delete rows[selector]; // here
  if (!row || row.verifier !== sha(verifier)) return null;
  return row.expiresAt > Date.now() ? row : null;
}

const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  const { username } = req.body;
  res.json({ accessToken: access(username), refreshToken: issue(username) });
});

app.post("/token", (req, res) => {
  const row = take(req.body?.refreshToken);
  if (row) {
    res.json({ accessToken: access(row.username), refreshToken: issue(row.username) });
  } else {
    res.status(403).json({ error: "Forbidden" });
  }
});

app.post("/logout", (req, res) => {
  const [selector, verifier] = String(req.body?.refreshToken).split(".");
  if (selector && verifier && rows[selector]?.verifier === sha(verifier)) delete rows[selector];
  res.sendStatus(204);
});

app.get("/me", (req, res) => {
  try {
    const user = jwt.verify(String(req.headers.authorization).slice(7), process.env.ACCESS_TOKEN_SECRET!);
    res.json({ username: (user as jwt.JwtPayload).username });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
});

app.listen(3000);
