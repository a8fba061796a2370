const express = require("express");
const app = express();
app.use(express.json());

let refreshTokens = [];

const ACCESS = "acessToken"; // here

app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req, res) => {
  const known = refreshTokens.some((t) => t === req.body.refreshToken);
  if (known) {
    res.json({ [ACCESS]: "newAccess123" });
  } else {
    res.status(403).json({ error: "Forbidden" });
  }
});

app.post("/logout", (req, res) => {
  refreshTokens = refreshTokens.filter((t) => t !== req.body.refreshToken);
  res.status(204).end();
});

app.listen(3000);
