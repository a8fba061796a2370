import express from "express";
import cookieParser from "cookie-parser";
import jwt from "jsonwebtoken";
import { createHash, randomBytes } from "node:crypto";
import fs from "node:fs/promises";

const SESSIONS = "./sessions.json";
const TWO_WEEKS = 14 * 24 * 60 * 60 * 1000;

let sessions = [];
try {
  sessions = JSON.parse(await fs.readFile(SESSIONS, "utf8"));
} catch (error) {
  if (error.code !== "ENOENT") throw error;
}

let writing = Promise.resolve();
const save = () => {
  const next = writing.then(() => fs.writeFile(SESSIONS, JSON.stringify(sessions)));
  writing = next.catch(() => {});
  return next;
};

const hash = (token) => createHash("sha512").update(token).digest("hex");

const app = express();
app.use(express.json());
app.use(cookieParser());

async function respond(res, session) {
  const token = randomBytes(32).toString("base64url");
  session.hashes = [hash(token), ...session.hashes];
  session.expiresAt = Date.now() + TWO_WEEKS;
  await save();
  res
    .cookie("__Host-refresh", token, { httpOnly: true, secure: true, sameSite: "strict", path: "/", maxAge: TWO_WEEKS })
    // for the page: whether to ask /token at all when it loads
    .cookie("logged_in", "yes", { secure: true, sameSite: "strict", maxAge: TWO_WEEKS })
    .cookie("theme", "dark")
    .set("Cache-Control", "no-store")
    .json({ accessToken: jwt.sign({ username: session.username }, process.env.JWT_SECRET, { expiresIn: "15m" }) });
}

app.post("/login", async (req, res) => {
  const session = { username: req.body.username, hashes: [] };
  sessions.push(session);
  await respond(res, session);
});

app.post("/token", async (req, res) => {
  const presented = hash(req.cookies["__Host-refresh"] ?? "");
  const session = sessions.find(({ hashes }) => hashes.includes(presented));
  if (!session || session.expiresAt < Date.now()) return res.status(403).json({ error: "Forbidden" });
  if (session.hashes[0] !== presented) {
    sessions = sessions.filter((other) => other !== session);
    await save();
    return res.status(403).json({ error: "Forbidden" });
  }
  await respond(res, session);
});

app.post("/logout", async (req, res) => {
  const presented = hash(req.cookies["__Host-refresh"] ?? "");
  sessions = sessions.filter(({ hashes }) => hashes[0] !== presented);
  await save();
  res
    .clearCookie("__Host-refresh", { httpOnly: true, secure: true, sameSite: "strict", path: "/" })
    .clearCookie("logged_in", { secure: true, sameSite: "strict" })
    .sendStatus(204);
});

app.get("/me", (req, res) => {
  const token = req.headers.authorization?.match(/^Bearer (\S+)$/)?.[1];
  jwt.verify(token ?? "", process.env.JWT_SECRET, (error, payload) => {
    if (error) return res.status(401).json({ error: "Unauthorized" });
    res.json({ username: payload.username });
  });
});

app.listen(3000);
