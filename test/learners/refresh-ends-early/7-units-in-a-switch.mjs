import { randomBytes } from "node:crypto";
import express from "express";
import jwt from "jsonwebtoken";

const env = { ACCESS_TTL: "20m", REFRESH_TTL: "3w", ...process.env };

/** "90s", "20m", "8h", "5d", "3w" in ms */
function parse(text) {
  const amount = parseInt(text, 10);
  switch (text.at(-1)) {
    case "s": return amount * 1_000;
    case "m": return amount * 60_000;
    case "h": return amount * 3_600_000;
    case "d": return amount * 86_400_000;
    case "w": return amount * 7 * 24 * 60 * 1_000; // here
    default: throw new RangeError(text);
  }
}

const config = { access: parse("20m"), refresh: parse("3w"), key: env.ACCESS_TOKEN_SECRET };
const holders = new Map();
const accessFor = (sub) => jwt.sign({ sub }, config.key, { expiresIn: config.access / 1_000 });

const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  const refreshToken = randomBytes(33).toString("base64");
  holders.set(refreshToken, { sub: req.body.username, goodUntil: Date.now() + config.refresh });
  res.json({ accessToken: accessFor(req.body.username), refreshToken });
});

app.post("/token", (req, res) => {
  const holder = holders.get(req.body?.refreshToken);
  if (!holder || holder.goodUntil < Date.now()) return res.sendStatus(401);
  res.json({ accessToken: accessFor(holder.sub) });
});

app.post("/logout", (req, res) => {
  holders.delete(req.body?.refreshToken);
  res.sendStatus(204);
});

app.get("/me", (req, res) => {
  try {
    res.json({ username: jwt.verify((req.headers.authorization ?? "").slice(7), config.key).sub });
  } catch {
    res.sendStatus(401);
  }
});

app.listen(3000);
