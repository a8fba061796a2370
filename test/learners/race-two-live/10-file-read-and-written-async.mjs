import express from "express";
import jwt from "jsonwebtoken";
import crypto from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";

const FILE = new URL("./tokens.json", import.meta.url);

// the file is only read at start, after that memory is the truth and every change is written down
let rows = [];
try {
  rows = JSON.parse(await readFile(FILE, "utf8"));
} catch {
  // first start
}

let n = 0;
async function persist() {
  const part = new URL(`./tokens.${++n}.part`, import.meta.url);
  await writeFile(part, JSON.stringify(rows));
  await rename(part, FILE);
}

const sha256 = (x) => crypto.createHash("sha256").update(String(x)).digest("hex");
const access = (username) => jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" });

async function issue(username, family) {
  const token = crypto.randomBytes(32).toString("hex");
  rows.push({ hash: sha256(token), username, family, used: false, expires: Date.now() + 7 * 24 * 60 * 60 * 1000 });
  await persist();
  return token;
}

const app = express();
app.use(express.json());

app.post("/login", async (req, res) => {
  const { username } = req.body;
  res.json({ accessToken: access(username), refreshToken: await issue(username, crypto.randomUUID()) });
});

app.post("/token", async (req, res) => {
  const row = rows.find((r) => r.hash === sha256(req.body?.refreshToken));
  if (!row || row.expires < Date.now()) return res.status(403).json({ error: "Forbidden" });
  if (row.used) {
    rows = rows.filter((r) => r.family !== row.family);
    await persist();
    return res.status(403).json({ error: "Forbidden" });
  }
  const refreshToken = await issue(row.username, row.family); // here
  row.used = true;
  await persist();
  res.json({ accessToken: access(row.username), refreshToken });
});

app.post("/logout", async (req, res) => {
  const row = rows.find((r) => r.hash === sha256(req.body?.refreshToken));
  if (row) {
    rows = rows.filter((r) => r.family !== row.family);
    await persist();
  }
  res.sendStatus(204);
});

app.get("/me", (req, res) => {
  const token = req.headers.authorization?.split(" ")[1];
  try {
    res.json({ username: jwt.verify(token, process.env.ACCESS_TOKEN_SECRET).username });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
});

app.listen(3000);
