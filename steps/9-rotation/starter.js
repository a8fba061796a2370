const express = require("express");
const jwt = require("jsonwebtoken");
const { createHash, randomBytes } = require("node:crypto");

// From the environment, because whoever reads this file must not be able to sign.
const secret = process.env.ACCESS_TOKEN_SECRET;

const app = express();
app.use(express.json());

// In milliseconds, as Date.now() counts.
const WEEK = 7 * 24 * 60 * 60 * 1000;

// One record a login: the hash of its token, whose it is, and when it ends.
let logins = [];

// SHA-256 and not bcrypt: a random token cannot be guessed, and it has to be found again by its hash.
function hashOf(token) {
  return createHash("sha256").update(String(token)).digest("hex");
}

function accessTokenFor(username) {
  return jwt.sign({ username }, secret, { algorithm: "HS256", expiresIn: "15m" });
}

app.post("/login", (req, res) => {
  const username = req.body?.username;
  if (typeof username !== "string") return res.status(400).json({ error: "Bad Request" });
  const refreshToken = randomBytes(32).toString("base64url");
  const now = Date.now();
  // What has ended is forgotten, so that the list does not only grow.
  logins = logins.filter(({ endsAt }) => endsAt > now);
  logins.push({ hash: hashOf(refreshToken), username, endsAt: now + WEEK });
  res.json({ accessToken: accessTokenFor(username), refreshToken });
});

app.post("/token", (req, res) => {
  const sent = hashOf(req.body?.refreshToken);
  const login = logins.find(({ hash }) => hash === sent);
  if (!login || login.endsAt <= Date.now()) return res.status(403).json({ error: "Forbidden" });
  res.json({ accessToken: accessTokenFor(login.username) });
});

app.get("/me", (req, res) => {
  const [scheme, token] = (req.headers.authorization ?? "").split(" ");
  try {
    if (scheme !== "Bearer") throw new Error("no access token");
    // It throws when the signature is not ours, or when the token has ended.
    const { username } = jwt.verify(token, secret, { algorithms: ["HS256"] });
    res.json({ username });
  } catch {
    res.set("WWW-Authenticate", "Bearer").status(401).json({ error: "Unauthorized" });
  }
});

app.post("/logout", (req, res) => {
  const sent = hashOf(req.body?.refreshToken);
  logins = logins.filter(({ hash }) => hash !== sent);
  res.status(204).end();
});

app.listen(3000, (error) => {
  if (error) throw error; // for example: port 3000 is taken
  console.log("Listening on http://localhost:3000");
});

// Step 9: each renewal brings a new refresh token
// and ends the one that was sent.
