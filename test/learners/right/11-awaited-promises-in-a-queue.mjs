import express from "express";
import jwt from "jsonwebtoken";
import crypto from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";

const file = path.join(import.meta.dirname ?? process.cwd(), "db.json");
const db = await fs.readFile(file, "utf8").then(JSON.parse, () => ({ sessions: [] }));

// one write at a time, in order
let queue = Promise.resolve();
function saveDb() {
  queue = queue.then(() => fs.writeFile(file, JSON.stringify(db)));
  return queue;
}

const sha = (s) => crypto.createHash("sha256").update(s).digest("hex");
const makeToken = () => crypto.randomBytes(40).toString("hex");
const MONTH = 30 * 24 * 60 * 60 * 1000;

const app = express();
app.use(express.json());

app.post("/login", async (req, res) => {
  const { username } = req.body;
  const refreshToken = makeToken();
  db.sessions.push({
    id: crypto.randomUUID(),
    username,
    current: sha(refreshToken),
    previous: [],
    createdAt: Date.now(),
  });
  await saveDb();
  const accessToken = jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: 900 });
  res.json({ accessToken, refreshToken });
});

app.post("/token", async (req, res) => {
  const { refreshToken } = req.body;
  if (!refreshToken) return res.sendStatus(401);
  const hash = sha(refreshToken);

  const stolen = db.sessions.find((s) => s.previous.includes(hash));
  if (stolen) {
    db.sessions = db.sessions.filter((s) => s.id !== stolen.id);
    await saveDb();
    return res.sendStatus(403);
  }

  const session = db.sessions.find((s) => s.current === hash);
  // counted from the login: after a month everybody has to log in again
  if (!session || session.createdAt + MONTH < Date.now()) return res.sendStatus(403);

  const next = makeToken();
  session.previous.push(hash);
  session.current = sha(next);
  await saveDb();

  const accessToken = jwt.sign({ username: session.username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: 900 });
  res.json({ accessToken, refreshToken: next });
});

app.post("/logout", async (req, res) => {
  const hash = sha(req.body.refreshToken ?? "");
  db.sessions = db.sessions.filter((s) => s.current !== hash);
  await saveDb();
  res.sendStatus(204);
});

app.get("/me", (req, res) => {
  const token = req.headers.authorization?.split(" ")[1];
  if (!token) return res.sendStatus(401);
  jwt.verify(token, process.env.ACCESS_TOKEN_SECRET, (err, user) => {
    if (err) return res.sendStatus(403);
    res.json({ username: user.username });
  });
});

app.listen(3000, () => console.log("Auth server running"));
