import express from "express";
import { randomUUID } from "node:crypto";
import jwt from "jsonwebtoken";

interface Family {
  id: string;
  user: string;
  current: string;
  endsAt: number;
}

const families = new Map<string, Family>();
const WEEK = 7 * 24 * 60 * 60 * 1000;

const app = express();
app.use(express.json());

const fresh = (): string =>
  Array.from({ length: 40 }, () => Math.floor(Math.random() * 36).toString(36)).join(""); // here
const byToken = (token: string): Family | undefined => {
  for (const family of families.values()) {
    if (family.endsAt <= Date.now()) families.delete(family.id);
    else if (family.current === token) return family;
  }
  return undefined;
};
const access = (user: string): string =>
  jwt.sign({ user }, String(process.env.ACCESS_TOKEN_SECRET), { expiresIn: "15m" });

app.post("/login", (req, res) => {
  const family: Family = { id: randomUUID(), user: req.body.username, current: fresh(), endsAt: Date.now() + WEEK };
  families.set(family.id, family);
  res.json({ accessToken: access(family.user), refreshToken: family.current });
});

app.post("/token", (req, res) => {
  const family = byToken(req.body.refreshToken);
  if (!family) {
    res.status(403).json({ error: "Forbidden" });
    return;
  }
  family.current = fresh(); // endsAt stays
  res.json({ accessToken: access(family.user), refreshToken: family.current });
});

app.post("/logout", (req, res) => {
  const family = byToken(req.body.refreshToken);
  if (family) families.delete(family.id);
  res.sendStatus(204);
});

app.get("/me", (req, res) => {
  const token = req.headers.authorization?.split(" ")[1] ?? "";
  try {
    const claims = jwt.verify(token, String(process.env.ACCESS_TOKEN_SECRET));
    if (typeof claims === "string") throw new Error("no claims");
    res.json({ username: claims.user });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
});

app.listen(3000);
