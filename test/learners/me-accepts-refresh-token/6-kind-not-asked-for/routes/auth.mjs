import { Router } from "express";
import { issue, open } from "../auth/jwt.mjs";

export const authRouter = Router();
const loggedIn = new Set();

authRouter.post("/login", (req, res) => {
  const name = req.body?.username;
  if (!name) return res.status(400).json({ error: "username?" });
  const refreshToken = issue(name, "refresh", "7d");
  loggedIn.add(refreshToken);
  res.json({ accessToken: issue(name, "access", "15m"), refreshToken });
});

authRouter.post("/token", (req, res) => {
  const token = req.body?.refreshToken;
  const claims = loggedIn.has(token) && open(token, "refresh");
  if (!claims) return res.status(403).json({ error: "Forbidden" });
  res.json({ accessToken: issue(claims.name, "access", "15m") });
});

authRouter.post("/logout", (req, res) => {
  loggedIn.delete(req.body?.refreshToken);
  res.sendStatus(204);
});
