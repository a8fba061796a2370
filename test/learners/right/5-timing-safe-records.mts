import { randomBytes, timingSafeEqual } from "node:crypto";
import express from "express";

interface Row {
  readonly token: Buffer;
  readonly user: string;
}

const rows: Row[] = [];

const indexOf = (sent: unknown): number => {
  if (typeof sent !== "string") return -1;
  const bytes = Buffer.from(sent, "hex");
  return rows.findIndex(({ token }) => token.length === bytes.length && timingSafeEqual(token, bytes));
};

const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  const token = randomBytes(32);
  rows.push({ token, user: String(req.body?.username) });
  res.json({ accessToken: "access123", refreshToken: token.toString("hex") });
});

app.post("/token", (req, res) => {
  if (indexOf(req.body?.refreshToken) < 0) res.status(403).json({ error: "Forbidden" });
  else res.json({ accessToken: "newAccess123" });
});

app.post("/logout", (req, res) => {
  const index = indexOf(req.body?.refreshToken);
  if (index >= 0) rows.splice(index, 1);
  res.status(204).end();
});

app.listen(0);
