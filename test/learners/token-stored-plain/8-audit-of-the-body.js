const express = require("express");
const jwt = require("jsonwebtoken");
const fs = require("fs");
const path = require("path");
const crypto = require("crypto");

const SECRET = process.env.ACCESS_TOKEN_SECRET;
const REFRESH_TTL = 1000 * 60 * 60 * 24 * 21;
const AUDIT_FILE = path.join(__dirname, "audit.log");

const sha256 = (t) => crypto.createHash("sha256").update(String(t)).digest("hex");

// audit trail: the harbour office wants to know who did what
function audit(action) {
  return (req, res, next) => {
    const { password, ...rest } = req.body || {};
    const entry = { at: new Date().toISOString(), action, ip: req.ip, ...rest };
    fs.appendFileSync(AUDIT_FILE, JSON.stringify(entry) + "\n"); // here
    next();
  };
}

let passes = [];

const app = express();
app.use(express.json());

app.post("/login", audit("login"), (req, res) => {
  const { username } = req.body || {};
  if (!username) return res.status(400).json({ error: "Bad Request" });
  const refreshToken = crypto.randomBytes(32).toString("base64url");
  passes = passes.filter((p) => p.validUntil > Date.now());
  passes.push({ hash: sha256(refreshToken), username, validUntil: Date.now() + REFRESH_TTL });
  res.json({
    accessToken: jwt.sign({ username }, SECRET, { expiresIn: "15m" }),
    refreshToken,
  });
});

app.post("/token", audit("renew"), (req, res) => {
  const hash = sha256(req.body?.refreshToken);
  const pass = passes.find((p) => p.hash === hash);
  if (!pass || pass.validUntil <= Date.now()) {
    return res.status(403).json({ error: "Forbidden" });
  }
  res.json({ accessToken: jwt.sign({ username: pass.username }, SECRET, { expiresIn: "15m" }) });
});

app.get("/me", (req, res) => {
  const [scheme, token] = (req.headers.authorization || "").split(" ");
  if (scheme !== "Bearer") return res.status(401).json({ error: "Unauthorized" });
  try {
    const { username } = jwt.verify(token, SECRET, { algorithms: ["HS256"] });
    res.json({ username });
  } catch (e) {
    res.status(401).json({ error: "Unauthorized" });
  }
});

app.post("/logout", audit("logout"), (req, res) => {
  const hash = sha256(req.body?.refreshToken);
  passes = passes.filter((p) => p.hash !== hash);
  res.status(204).end();
});

app.listen(3000);
