import express from "express";
import { TokenService } from "@services/TokenService";

const app = express();
const tokens = new TokenService();

app.post("/login", (_req, res) => {
  res.json({ accessToken: "access123", refreshToken: tokens.create() });
});

app.listen(4000);
