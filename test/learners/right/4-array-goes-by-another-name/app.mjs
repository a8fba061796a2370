import express from "express";
import { tokens } from "./db.mjs";

const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  tokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req, res) => {
  if (!tokens.includes(req.body?.refreshToken)) {
    return res.status(403).json({ error: "Forbidden" });
  }
  res.json({ accessToken: "newAccess123" });
});

app.post("/logout", (req, res) => {
  const place = tokens.indexOf(req.body?.refreshToken);
  if (place >= 0) tokens.splice(place, 1);
  res.status(204).end();
});

app.listen(3000);
