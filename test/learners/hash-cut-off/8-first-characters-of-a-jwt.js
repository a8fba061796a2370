const express = require("express");
const jwt = require("jsonwebtoken");
const { createHash, randomUUID } = require("node:crypto");
const app = express();
app.use(express.json());
const KEY = process.env.ACCESS_TOKEN_SECRET;
const RKEY = process.env.REFRESH_TOKEN_SECRET;
const users = { ada: 1, grace: 1, alan: 1 };
const rows = [];
const sha = (t) => createHash("sha256").update(t.slice(0, 72)).digest("hex"); // here
const access = (u) => jwt.sign({ username: u, jti: randomUUID() }, KEY, { expiresIn: "10m" });
app.post("/login", (req, res) => {
  const username = req.body.username;
  const refreshToken = jwt.sign({ username, purpose: "refresh", jti: randomUUID() }, RKEY, { expiresIn: "14d" });
  rows.push({ hash: sha(refreshToken), username });
  res.json({ accessToken: access(username), refreshToken });
});
app.get("/me", (req, res) => {
  try {
    const c = jwt.verify((req.headers.authorization || "").split(" ")[1], KEY, { algorithms: ["HS256"] });
    res.json({ username: c.username });
  } catch { res.set("WWW-Authenticate", "Bearer").sendStatus(401); }
});
app.post("/token", (req, res) => {
  const t = String(req.body?.refreshToken);
  let c;
  try { c = jwt.verify(t, RKEY, { algorithms: ["HS256"] }); } catch { return res.sendStatus(403); }
  const row = rows.find((r) => r.hash === sha(t));
  if (!row) return res.sendStatus(403);
  res.json({ accessToken: access(row.username) });
});
app.post("/logout", (req, res) => {
  const t = String(req.body?.refreshToken);
  const at = rows.findIndex((r) => r.hash === sha(t));
  if (at >= 0) rows.splice(at, 1);
  res.sendStatus(204);
});
app.listen(process.env.PORT || 3000);
