const express = require("express");
const app = express();
app.use(express.json());
let refreshTokens = [];

app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req, res) => {
  if (!(refreshTokens.includes(req.body?.refreshToken))) {
    return res.status(403).json({ error: "Forbidden" });
  }
  res.json({ accessToken: "newAccess123" });
});

app.post("/logout", (req, res) => {
  const before = [...refreshTokens];
  try {
    refreshTokens = refreshTokens.filter((one) => one !== req.body?.refreshToken);
    res.sendStatus(204);
  } finally {
    refreshTokens = before; // here
  }
});

app.listen(3000);
