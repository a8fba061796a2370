const express = require("express");
const crypto = require("crypto");
const jwt = require("jsonwebtoken");

const app = express();
app.use(express.json());

const sessions = new Map();
const HASH = (v) => crypto.createHash("sha256").update(v).digest("hex");

/* token: base64url("<sid>/<epoch>/<random>") */
function makeToken(sid, session) {
  const random = crypto.randomBytes(24).toString("hex");
  const token = Buffer.from(`${sid}/${session.epoch}/${random}`).toString("base64url");
  session.hash = HASH(token);
  return token;
}

function parse(token) {
  const [sid, epoch] = Buffer.from(String(token), "base64url").toString().split("/");
  return { sid, epoch: Number(epoch) };
}

app.post("/login", (req, res) => {
  const sid = crypto.randomUUID();
  const session = { username: req.body.username, epoch: 0, end: Date.now() + 7 * 86400 * 1000 };
  sessions.set(sid, session);
  res.json({ accessToken: access(session.username), refreshToken: makeToken(sid, session) });
});

app.post("/token", (req, res) => {
  const token = req.body?.refreshToken;
  const { sid, epoch } = parse(token);
  const session = sessions.get(sid);
  if (!session) return res.status(403).json({ error: "Forbidden" });
  if (session.end < Date.now() || epoch < session.epoch) {
    sessions.delete(sid);
    return res.status(403).json({ error: "Forbidden" });
  }
  if (HASH(token) !== session.hash) return res.status(403).json({ error: "Forbidden" });
  session.epoch++;
  res.json({ accessToken: access(session.username), refreshToken: makeToken(sid, session) });
});

app.post("/logout", (req, res) => {
  const token = String(req.body?.refreshToken);
  const { sid } = parse(token);
  if (sessions.get(sid)?.hash === HASH(token)) sessions.delete(sid);
  res.sendStatus(204);
});

app.get("/me", (req, res) => {
  try {
    const claims = jwt.verify(req.headers.authorization.substring(7), process.env.ACCESS_TOKEN_SECRET);
    res.json({ username: claims.username });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
});

const access = (username) => jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" });

app.listen(3000);
