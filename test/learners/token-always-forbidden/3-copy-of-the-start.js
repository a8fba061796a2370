const express = require("express");
const app = express();
app.use(express.json());
let refreshTokens = [];

const snapshot = [...refreshTokens]; // here

app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req, res) => {
  if (!(snapshot.includes(req.body?.refreshToken))) {
    return res.status(403).json({ error: "Forbidden" });
  }
  res.json({ accessToken: "newAccess123" });
});

app.listen(3000);
