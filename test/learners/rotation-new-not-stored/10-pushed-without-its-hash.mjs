import express from "express";
import jwt from "jsonwebtoken";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";

const file = new URL("sessions.json", import.meta.url);

// one read-change-write after the other, whoever asks
let last = Promise.resolve();
function transaction(change) {
  const run = last.then(async () => {
    const sessions = JSON.parse(await readFile(file, "utf8").catch(() => "[]"));
    const { keep, answer } = change(sessions);
    await writeFile(file, JSON.stringify(keep));
    return answer;
  });
  last = run.then(
    () => undefined,
    () => undefined,
  );
  return run;
}

const sha256 = (text) => createHash("sha256").update(String(text)).digest("hex");
const freshToken = () => randomBytes(32).toString("base64url");
const accessToken = (username) => jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" });

const app = express();
app.use(express.json());

app.post("/login", async (req, res) => {
  const { username } = req.body;
  const refreshToken = freshToken();
  await transaction((sessions) => ({
    keep: [
      ...sessions.filter((s) => s.expiresAt > Date.now()),
      { id: randomUUID(), username, hashes: [sha256(refreshToken)], expiresAt: Date.now() + 7 * 864e5 },
    ],
  }));
  res.json({ accessToken: accessToken(username), refreshToken });
});

app.post("/token", async (req, res) => {
  const hash = sha256(req.body?.refreshToken);
  const refreshToken = freshToken();
  const username = await transaction((sessions) => {
    const session = sessions.find((s) => s.hashes.includes(hash) && s.expiresAt > Date.now());
    if (!session) return { keep: sessions };
    if (session.hashes.indexOf(hash) < session.hashes.length - 1) return { keep: sessions.filter((s) => s !== session) };
    session.hashes.push(refreshToken); // here
    return { keep: sessions, answer: session.username };
  });
  if (!username) return res.status(403).json({ error: "Forbidden" });
  res.json({ accessToken: accessToken(username), refreshToken });
});

app.post("/logout", async (req, res) => {
  const hash = sha256(req.body?.refreshToken);
  await transaction((sessions) => ({ keep: sessions.filter((s) => !s.hashes.includes(hash)) }));
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
