const express = require("express");
const app = express();
app.use(express.json());

let refreshTokens = [];

app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req, res) => {
  const last = refreshTokens.pop(); // here
  if (last !== req.body?.refreshToken) return res.status(403).json({ error: "Forbidden" });
  res.json({ accessToken: "newAccess123" });
});

app.listen(3000);
