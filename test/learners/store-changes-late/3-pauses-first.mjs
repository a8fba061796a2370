import { setTimeout as pause } from "node:timers/promises";
import express from "express";

const app = express();
app.use(express.json());

let refreshTokens = [];

app.post("/login", async (req, res) => {
  res
    .status(200)
    .json({ accessToken: "access123", refreshToken: "refresh123" }); // here
  await pause(150);
  refreshTokens = [...refreshTokens, "refresh123"];
});

app.post("/token", (req, res) => {
  const token = req.body?.refreshToken;
  if (!refreshTokens.includes(token)) return res.status(403).json({ error: "Forbidden" });
  res.json({ accessToken: "newAccess123" });
});

app.listen(process.env.PORT || 4000);
