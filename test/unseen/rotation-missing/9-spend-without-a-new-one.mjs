import crypto from "node:crypto";
import express from "express";
import jwt from "jsonwebtoken";

const allowed = new Map(); // jti -> when it ends (seconds)

const app = express();
app.use(express.json());

const mint = (username) => {
  const jti = crypto.randomBytes(16).toString("base64url");
  const refreshToken = jwt.sign({ username }, process.env.REFRESH_TOKEN_SECRET, { jwtid: jti, expiresIn: "29d" });
  allowed.set(jti, jwt.decode(refreshToken).exp);
  const accessToken = jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: 5 * 60 });
  return { accessToken, refreshToken };
};

// verified claims of a token whose id is still allowed; the id is crossed out
const spend = (token) => {
  try {
    const claims = jwt.verify(token, process.env.REFRESH_TOKEN_SECRET);
    return allowed.has(claims.jti) ? claims : undefined;
  } catch {
    return undefined;
  }
};

setInterval(() => {
  const now = Date.now() / 1000;
  for (const [jti, end] of allowed) if (end < now) allowed.delete(jti);
}, 10 * 60 * 1000).unref();

app.post("/login", (req, res) => {
  res.json(mint(req.body.username));
});

app.post("/token", (req, res) => {
  const claims = spend(req.body?.refreshToken);
  return claims ? res.json({ accessToken: mint(claims.username).accessToken }) : res.status(403).json({ error: "Forbidden" }); // here
});

app.post("/logout", (req, res) => {
  const claims = spend(req.body?.refreshToken);
  if (claims) allowed.delete(claims.jti);
  res.status(204).end();
});

app.get("/me", (req, res) => {
  try {
    res.json({ username: jwt.verify(req.get("authorization")?.slice(7) ?? "", process.env.ACCESS_TOKEN_SECRET).username });
  } catch {
    res.status(401).json({ error: "Unauthorized" });
  }
});

app.listen(3000);
