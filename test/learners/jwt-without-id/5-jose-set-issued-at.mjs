import express from "express";
import { SignJWT, jwtVerify } from "jose";

const secret = new TextEncoder().encode(process.env.REFRESH_TOKEN_SECRET);
const refreshTokens = new Set();

const app = express();
app.use(express.json());

app.post("/login", async (req, res) => {
  const refreshToken = await new SignJWT({ username: req.body.username })
    .setProtectedHeader({ alg: "HS256" })
    .setIssuedAt() // here
    .sign(secret);
  refreshTokens.add(refreshToken);
  res.json({ accessToken: "access123", refreshToken });
});

app.post("/token", async (req, res) => {
  const { refreshToken } = req.body;
  try {
    if (!refreshTokens.has(refreshToken)) throw new Error("unknown");
    await jwtVerify(refreshToken, secret);
    res.json({ accessToken: "newAccess123" });
  } catch {
    res.status(403).json({ error: "Forbidden" });
  }
});

app.post("/logout", async (req, res) => {
  refreshTokens.delete(req.body.refreshToken);
  res.sendStatus(204);
});

app.listen(3000);
