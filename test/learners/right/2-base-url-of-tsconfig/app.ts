import express from "express";
import { PORT } from "settings";
import { hello, refreshTokens } from "services/tokens";

const app = express();

app.post("/login", (_req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.listen(PORT, () => console.log(hello()));
