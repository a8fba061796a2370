import express from "express";
import { requireUser, signAccessToken } from "./lib/access.mjs";
import * as sessions from "./lib/sessions.mjs";

const app = express();
app.use(express.json());

app.post("/login", async (req, res) => {
  const { username } = req.body;
  const refreshToken = await sessions.create(username);
  res.json({ accessToken: signAccessToken(username), refreshToken });
});

app.post("/token", async (req, res) => {
  const session = await sessions.find(req.body.refreshToken);
  if (!session) return res.status(403).json({ error: "Forbidden" });
  res.json({ accessToken: signAccessToken(session.username) });
});

app.post("/logout", async (req, res) => {
  await sessions.remove(req.body.refreshToken);
  res.sendStatus(204);
});

app.get("/me", requireUser, (req, res) => {
  res.json({ username: req.username });
});

app.listen(3000);
