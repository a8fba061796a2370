const express = require("express");
const jwt = require("jsonwebtoken");
const fs = require("fs/promises");
const path = require("path");
const { createHash, randomBytes } = require("crypto");

const DIR = path.join(__dirname, ".sessions");
const LIFE = 5 * 24 * 60 * 60 * 1000;

// One small file for each token ever given out: its name is the hash, its content says what became of it.
const sha = (token) => createHash("sha256").update(String(token)).digest("hex");
const fileOf = (hash) => path.join(DIR, hash + ".json");

async function put(hash, entry) {
  const temp = path.join(DIR, `${hash}.${randomBytes(4).toString("hex")}.tmp`);
  await fs.writeFile(temp, JSON.stringify(entry));
  await fs.rename(temp, fileOf(hash));
}

const get = (hash) =>
  fs.readFile(fileOf(hash), "utf8").then(JSON.parse, (error) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });

// requests that change something wait for each other
let last = Promise.resolve();
const locked = (work) => (last = last.then(work, work));

async function issue(username, root, endsAt) {
  const token = randomBytes(32).toString("hex");
  await put(sha(token), { username, root: root ?? sha(token), endsAt, used: false });
  return token;
}

const isEnded = async (entry) => Boolean((await get(`end-${entry.root}`)) || entry.endsAt <= Date.now());
const end = (entry) => put(`end-${entry.root}`, { at: Date.now() });

const sign = (username) => jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" });

async function renew(token) {
  const hash = sha(token);
  const entry = await get(hash);
  if (!entry || (await isEnded(entry))) return null;
  if (entry.used) {
    await end(entry);
    return null;
  }
  await put(hash, { ...entry, used: true });
  const refreshToken = await issue(entry.username, entry.root, entry.endsAt);
  return { accessToken: sign(entry.username), refreshToken };
}

const app = express();
app.use(express.json());

app.post("/login", async (req, res) => {
  const { username } = req.body;
  const refreshToken = await issue(username, undefined, Date.now() + LIFE);
  res.json({ accessToken: sign(username), refreshToken });
});

app.post("/token", async (req, res) => {
  const tokens = await locked(() => renew(req.body?.refreshToken));
  if (!tokens) return res.status(403).json({ error: "Forbidden" });
  res.json(tokens);
});

app.post("/logout", async (req, res) => {
  await locked(async () => {
    const entry = await get(sha(req.body?.refreshToken));
    if (entry) await end(entry);
  });
  res.status(204).end();
});

app.get("/me", (req, res) => {
  const token = (req.headers.authorization || "").split(" ")[1];
  jwt.verify(token, process.env.ACCESS_TOKEN_SECRET, (error, claims) => {
    if (error) return res.status(401).json({ error: "Unauthorized" });
    res.json({ username: claims.username });
  });
});

fs.mkdir(DIR, { recursive: true }).then(() => app.listen(3000));
