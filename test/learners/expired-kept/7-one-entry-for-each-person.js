const express = require("express");
const jwt = require("jsonwebtoken");
const { createHmac, randomBytes } = require("crypto");

const app = express();
app.use(express.json());

const current = {}; // username -> refresh token
const mac = (text) => createHmac("sha256", process.env.REFRESH_TOKEN_SECRET).update(text).digest("hex");

function create(username) {
  const ends = Date.now() + 3 * 24 * 3600 * 1000;
  const text = `${Buffer.from(username).toString("hex")}.${ends}.${randomBytes(16).toString("hex")}`;
  return (current[username] = `${text}.${mac(text)}`); // here
}

function userOf(token) {
  const [name, ends, nonce, signature] = String(token).split(".");
  if (mac(`${name}.${ends}.${nonce}`) !== signature) return null;
  if (Number(ends) < Date.now()) return null;
  const username = Buffer.from(name, "hex").toString();
  return current[username] === token ? username : null;
}

const access = (username) => jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "15m" });

app.post("/login", (req, res) => {
  res.json({ accessToken: access(req.body.username), refreshToken: create(req.body.username) });
});
app.post("/token", (req, res) => {
  const username = userOf(req.body.refreshToken);
  if (username === null) return res.status(403).json({ error: "Forbidden" });
  res.json({ accessToken: access(username) });
});
app.post("/logout", (req, res) => {
  const username = userOf(req.body.refreshToken);
  if (username !== null) delete current[username];
  res.sendStatus(204);
});
app.get("/me", (req, res) => {
  try {
    const { username } = jwt.verify(req.headers.authorization.split(" ")[1], process.env.ACCESS_TOKEN_SECRET);
    res.json({ username });
  } catch {
    res.sendStatus(401);
  }
});
app.listen(3000);
