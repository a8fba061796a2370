const express = require("express");
const jwt = require("jsonwebtoken");
const { createHash, randomBytes } = require("crypto");

const SECRET = process.env.ACCESS_TOKEN_SECRET;
const NINE_DAYS = 9 * 24 * 60 * 60 * 1000;

const sha = (value) => createHash("sha256").update(String(value)).digest("hex");

// username -> Map(hash -> end)
const vendors = new Map();

function remember(username, hash, endsAt) {
  const known = vendors.get(username) ?? new Map();
  known.set(hash, endsAt);
  vendors.set(username, known);
}

function ownerOf(hash) {
  for (const [username, known] of vendors) {
    if (known.has(hash)) return username;
  }
}

function replace(username, oldHash, newHash) {
  const endsAt = vendors.get(username).get(oldHash);
  vendors.set(username, new Map([[newHash, endsAt]])); // here
}

const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  const username = req.body?.username;
  if (!username) return res.status(400).json({ error: "Bad Request" });
  const refreshToken = randomBytes(32).toString("base64url");
  remember(username, sha(refreshToken), Date.now() + NINE_DAYS);
  res.json({ accessToken: jwt.sign({ username }, SECRET, { expiresIn: "15m" }), refreshToken });
});

app.post("/token", (req, res) => {
  const hash = sha(req.body?.refreshToken);
  const username = ownerOf(hash);
  if (!username || vendors.get(username).get(hash) <= Date.now()) {
    return res.status(403).json({ error: "Forbidden" });
  }
  const refreshToken = randomBytes(32).toString("base64url");
  replace(username, hash, sha(refreshToken));
  res.json({ accessToken: jwt.sign({ username }, SECRET, { expiresIn: "15m" }), refreshToken });
});

app.get("/me", (req, res) => {
  const [scheme, token] = (req.headers.authorization ?? "").split(" ");
  if (scheme !== "Bearer") return res.status(401).json({ error: "Unauthorized" });
  try {
    const { username } = jwt.verify(token, SECRET, { algorithms: ["HS256"] });
    return res.json({ username });
  } catch {
    return res.status(401).json({ error: "Unauthorized" });
  }
});

app.post("/logout", (req, res) => {
  const hash = sha(req.body?.refreshToken);
  const username = ownerOf(hash);
  if (username) vendors.get(username).delete(hash);
  res.status(204).end();
});

app.listen(3000);
