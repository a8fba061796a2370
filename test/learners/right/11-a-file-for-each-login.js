const express = require("express");
const jwt = require("jsonwebtoken");
const fs = require("fs");
const path = require("path");
const { createHash, randomBytes, randomUUID } = require("crypto");

// One small file per login: sessions/<id>.json
const DIR = path.join(__dirname, "sessions");
fs.mkdirSync(DIR, { recursive: true });

const SECRET = process.env.ACCESS_TOKEN_SECRET;
const LIFE = 10 * 24 * 60 * 60 * 1000;
const sha = (s) => createHash("sha256").update(s).digest("hex");

const fileOf = (id) => path.join(DIR, `${id}.json`);

function write(id, data) {
  const tmp = fileOf(id) + ".tmp";
  fs.writeFileSync(tmp, JSON.stringify(data));
  fs.renameSync(tmp, fileOf(id));
}

function read(id) {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null;
  try {
    return JSON.parse(fs.readFileSync(fileOf(id), "utf8"));
  } catch {
    return null;
  }
}

function end(id) {
  fs.rmSync(fileOf(id), { force: true });
}

// token = "<id of the login>.<number of the renewal>.<secret>"
function make(id, n) {
  return `${id}.${n}.${randomBytes(32).toString("base64url")}`;
}

function open(token) {
  if (typeof token !== "string") return {};
  const [id, n, secret] = token.split(".");
  const session = id && n && secret ? read(id) : null;
  if (!session) return {};
  const known = session.secrets[n] === sha(secret);
  return known ? { id, n: Number(n), session } : {};
}

const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  const username = req.body?.username;
  if (typeof username !== "string") return res.status(400).json({ error: "Bad Request" });
  const id = randomUUID();
  const refreshToken = make(id, 0);
  write(id, { username, endsAt: Date.now() + LIFE, secrets: [sha(refreshToken.split(".")[2])] });
  res.json({ accessToken: jwt.sign({ username }, SECRET, { expiresIn: "15m" }), refreshToken });
});

app.post("/token", (req, res) => {
  const { id, n, session } = open(req.body?.refreshToken);
  if (!session) return res.status(403).json({ error: "Forbidden" });
  if (session.endsAt <= Date.now() || n !== session.secrets.length - 1) {
    end(id);
    return res.status(403).json({ error: "Forbidden" });
  }
  const refreshToken = make(id, n + 1);
  session.secrets.push(sha(refreshToken.split(".")[2]));
  write(id, session);
  const { username } = session;
  res.json({ accessToken: jwt.sign({ username }, SECRET, { expiresIn: "15m" }), refreshToken });
});

app.get("/me", (req, res) => {
  const [scheme, token] = (req.headers.authorization ?? "").split(" ");
  try {
    if (scheme !== "Bearer") throw new Error("no bearer token");
    const { username } = jwt.verify(token, SECRET, { algorithms: ["HS256"] });
    res.json({ username });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
});

app.post("/logout", (req, res) => {
  const { id } = open(req.body?.refreshToken);
  if (id) end(id);
  res.status(204).end();
});

app.listen(3000);
