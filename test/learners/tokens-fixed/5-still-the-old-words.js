const express = require("express");
const app = express();
app.use(express.json());

let refreshTokens = [];

app.post("/login", (req, res) => {
  const refreshToken = "refresh123"; // here
  if (!refreshTokens.includes(refreshToken)) refreshTokens.push(refreshToken);
  res.json({ accessToken: "access123", refreshToken });
});

app.post("/token", (req, res) => {
  const refreshToken = req.body?.refreshToken;
  if (!refreshTokens.includes(refreshToken)) {
    return res.status(403).json({ error: "Forbidden" });
  }
  res.json({ accessToken: "newAccess123" });
});

app.post("/logout", (req, res) => {
  refreshTokens = refreshTokens.filter((token) => token !== req.body?.refreshToken);
  res.sendStatus(204);
});

app.listen(3000);
