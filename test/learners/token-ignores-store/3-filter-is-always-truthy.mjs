import express from "express";
import http from "node:http";

const app = express();
app.use(express.json());

export const refreshTokens = [];

app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.status(201).json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req, res) => {
  const { refreshToken } = req.body;
  const found = refreshTokens.filter((t) => t === refreshToken);
  if (found) { // here
    res.json({ accessToken: "newAccess123" });
  } else {
    res.status(403).json({ error: "Forbidden" });
  }
});

http.createServer(app).listen(3000);
