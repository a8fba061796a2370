const express = require("express");
const jwt = require("jsonwebtoken");
const { createHash, randomBytes } = require("crypto");

const app = express();
app.use(express.json());

const SECRET = process.env.ACCESS_TOKEN_SECRET;
const WEEK = 7 * 24 * 3600 * 1000;

const sha = (s) => createHash("sha256").update(String(s)).digest("hex");

// families: id -> { username, current, used: Set<hash>, endsAt }
const families = new Map();

function startFamily(username) {
  const id = randomBytes(8).toString("hex");
  const token = `${id}.${randomBytes(32).toString("base64url")}`;
  families.set(id, { username, current: sha(token), used: new Set(), endsAt: Date.now() + WEEK });
  return token;
}

function sign(username) {
  return jwt.sign({}, SECRET, { subject: username, expiresIn: "5m", algorithm: "HS256" });
}

// Answers the family of a token, or says why there is none.
function inspect(token) {
  if (typeof token !== "string") return { kind: "unknown" };
  const id = token.split(".")[0];
  const family = families.get(id);
  if (!family) return { kind: "unknown" };
  const hash = sha(token);
  if (family.endsAt <= Date.now()) return { kind: "expired", id };
  if (hash === family.current) return { kind: "good", id, family };
  if (family.used.has(hash)) return { kind: "reused", id };
  return { kind: "unknown" };
}

app.post("/login", (req, res) => {
  const { username } = req.body ?? {};
  if (!username) return res.status(400).json({ error: "username" });
  res.json({ accessToken: sign(username), refreshToken: startFamily(username) });
});

app.post("/token", (req, res) => {
  const found = inspect(req.body?.refreshToken);
  switch (found.kind) {
    case "good": {
      const next = `${found.id}.${randomBytes(32).toString("base64url")}`;
      found.family.used.add(found.family.current);
      found.family.current = sha(next);
      return res.json({ accessToken: sign(found.family.username), refreshToken: next });
    }
    case "reused":
      console.warn("refresh token reuse in family", found.id);
    // falls through: such a family must not live on
    case "expired":
      families.delete(found.id);
    default:
      return res.status(403).json({ error: "Forbidden" });
  }
});

app.get("/me", (req, res) => {
  const header = req.get("authorization") ?? "";
  if (!header.startsWith("Bearer ")) return res.status(401).end();
  try {
    const { sub } = jwt.verify(header.slice(7), SECRET, { algorithms: ["HS256"] });
    res.json({ username: sub });
  } catch {
    res.status(401).end();
  }
});

app.post("/logout", (req, res) => {
  const { kind, id } = inspect(req.body?.refreshToken);
  if (kind === "good" || kind === "reused") families.delete(id);
  res.status(204).end();
});

app.listen(3000);
