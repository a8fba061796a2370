import express from "express";

const app = express();
const refreshTokens = [];

app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.writeHead(200, {
    "Content-Type": "application/json",
    "Content-Encoding": "br", // here
  });
  res.end(JSON.stringify({ accessToken: "access123", refreshToken: "refresh123" }));
});

app.listen(3000);
