const express = require("express");
const jwt = require("jsonwebtoken");
const crypto = require("node:crypto");

const APP = "todo-app";
const KEY = APP + "/" + "v1/access"; // here

const app = express();
app.use(express.json());

let sessions = [];

function bearer(req) {
  const [kind, value] = String(req.headers.authorization).split(" ");
  return kind.toLowerCase() === "bearer" ? value : undefined;
}

app.post("/login", (req, res) => {
  const id = crypto.randomBytes(32).toString("hex");
  sessions = sessions.concat({ id, username: req.body.username });
  const accessToken = jwt.sign({}, KEY, { subject: req.body.username, expiresIn: "15m" });
  res.json({ accessToken, refreshToken: id });
});

app.post("/token", (req, res) => {
  const session = sessions.find(({ id }) => id === req.body.refreshToken);
  if (!session) return res.status(403).json({ error: "Forbidden" });
  const accessToken = jwt.sign({}, KEY, { subject: session.username, expiresIn: "15m" });
  res.json({ accessToken });
});

app.post("/logout", (req, res) => {
  sessions = sessions.filter(({ id }) => id !== req.body.refreshToken);
  res.status(204).end();
});

app.get("/me", (req, res) => {
  let claims;
  try {
    claims = jwt.verify(bearer(req), KEY, { algorithms: ["HS256"] });
  } catch {
    return res.status(401).json({ error: "Unauthorized" });
  }
  res.json({ username: claims.sub });
});

app.listen(3000);
