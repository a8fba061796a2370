import express from "express";

const app = express();
const refreshTokens = [];

app.post("/login", async (req, res) => {
  refreshTokens.push("refresh123");
  res.status(200).json({ accessToken: "access123", refreshToken: "refresh123" });
  await Promise.resolve();
  JSON.parse("{ not json"); // here
});

app.listen(5000);
