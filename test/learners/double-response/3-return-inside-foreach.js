const express = require("express");
const app = express();
app.use(express.json());

let refreshTokens = [];

app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req, res) => {
  const { refreshToken } = req.body || {};
  refreshTokens.forEach((token) => {
    if (token === refreshToken) {
      return res.json({ accessToken: "newAccess123" }); // here
    }
  });
  return res.status(403).json({ error: "Forbidden" });
});

app.listen(3000);
