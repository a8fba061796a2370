import express from "express";
import * as sessions from "./sessions.mjs";

const forbidden = (res) => res.status(403).json({ error: "Forbidden" });

const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  res.json({ accessToken: "access123", refreshToken: sessions.begin() });
});

app.post("/token", (req, res) => {
  if (!sessions.alive(req.body?.refreshToken)) return forbidden(res);
  res.json({ accessToken: "newAccess123" });
});

app.post("/logout", (req, res) => {
  sessions.end(req.body?.refreshToken);
  res.status(204).end();
});

app.listen(3000);
