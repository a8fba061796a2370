const express = require("express");
const { randomBytes } = require("crypto");

const app = express();
app.use(express.json());

const who = { access: {}, refresh: {} };

function remember(kind, username, ms) {
  const token = randomBytes(32).toString("hex");
  who[kind][token] = username;
  if (ms) setTimeout(() => delete who[kind][token], ms).unref();
  return token;
}

app.post("/login", (req, res) => {
  const { username } = req.body;
  res.json({
    accessToken: remember("access", username, 15 * 60 * 1000),
    refreshToken: remember("refresh", username),
  });
});

app.post("/token", (req, res) => {
  const username = who.refresh[req.body.refreshToken];
  if (!username) return res.status(403).json({ error: "Forbidden" });
  res.json({ accessToken: remember("access", username, 15 * 60 * 1000) });
});

app.get("/me", (req, res) => {
  const username = who.access[String(req.headers.authorization).split("Bearer ")[1]];
  if (!username) return res.status(401).json({ error: "Unauthorized" });
  res.json({ username });
});

app.post("/logout", (req, res) => {
  delete who.refresh[req.body.refreshToken]; // here
  res.status(204).end();
});

app.listen(3000);
