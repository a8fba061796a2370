const express = require("express");
const cookieParser = require("cookie-parser");
const jwt = require("jsonwebtoken");
const { createHash, randomBytes, randomUUID } = require("node:crypto");
const { promisify } = require("node:util");
const { readFileSync, existsSync, rename, writeFile } = require("node:fs");

const writeAsync = promisify(writeFile);
const renameAsync = promisify(rename);

const STORE = "store.json";
const records = existsSync(STORE) ? new Map(Object.entries(JSON.parse(readFileSync(STORE, "utf8")))) : new Map();

let turn = Promise.resolve();
function save() {
  turn = turn.then(async () => {
    const text = JSON.stringify(Object.fromEntries(records));
    await writeAsync(`${STORE}.tmp`, text);
    await renameAsync(`${STORE}.tmp`, STORE);
  });
  return turn;
}

const digest = (token) => createHash("sha256").update(token).digest("hex");
const asyncHandler = (fn) => (req, res, next) => fn(req, res).catch(next);

async function respond(res, record) {
  const token = randomBytes(32).toString("base64url");
  records.set(digest(token), { ...record, expiresAt: Date.now() + 864e5 * 7, state: "live" });
  await save();
  res.set("Cache-Control", "no-store");
  res.cookie("__Host-refresh", token, {
    maxAge: 864e5 * 7,
    httpOnly: true,
    sameSite: "strict",
    secure: true,
  });
  return res.status(200).json({
    accessToken: jwt.sign({ username: record.username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" }),
  });
}

async function endFamily(family) {
  for (const [key, record] of records) if (record.family === family) records.delete(key);
  await save();
}

const app = express();
app.use(express.json());
app.use(cookieParser());

app.post(
  "/login",
  asyncHandler(async (req, res) => {
    await respond(res, { username: req.body.username, family: randomUUID() });
  }),
);

app.post(
  "/token",
  asyncHandler(async (req, res) => {
    const token = req.cookies["__Host-refresh"];
    const record = token ? records.get(digest(token)) : undefined;
    if (!record) return res.status(401).json({ message: "Unauthorized" });
    if (record.state === "used") {
      await endFamily(record.family);
      return res.status(401).json({ message: "Unauthorized" });
    }
    if (record.expiresAt <= Date.now()) return res.status(401).json({ message: "Unauthorized" });
    record.state = "used";
    await respond(res, { username: record.username, family: record.family });
  }),
);

app.post(
  "/logout",
  asyncHandler(async (req, res) => {
    const record = records.get(digest(req.cookies["__Host-refresh"] || ""));
    if (record) await endFamily(record.family);
    res.clearCookie("__Host-refresh", { httpOnly: true, sameSite: "strict", secure: true });
    res.sendStatus(204);
  }),
);

app.get("/me", (req, res) => {
  const token = (req.headers.authorization || "").split("Bearer ")[1];
  if (!token) return res.status(401).json({ message: "Unauthorized" });
  jwt.verify(token, process.env.ACCESS_TOKEN_SECRET, { algorithms: ["HS256"] }, (error, claims) => {
    if (error) return res.status(401).json({ message: "Unauthorized" });
    return res.json({ username: claims.username });
  });
});

app.listen(3000);
