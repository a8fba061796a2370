const express = require("express");
const app = express();
app.use(express.json());

let refreshTokens = [];

app.post("/login", (req, res) => {
  const refreshToken = "refresh123";
  refreshTokens.push(refreshToken);
  res.json({ accessToken: "access123", refreshToken });
});

app.post("/token", (req, res) => {
  const token = req.body.refreshToken;
  if (!refreshTokens.includes(token)) return res.status(403).json({ error: "Forbidden" });
  res.json({ accessToken: "newAccess123" });
});

app.post("/logout", (req, res) => {
<<<<<<< HEAD // here
  refreshTokens = refreshTokens.filter(t => t !== req.body.refreshToken);
  res.sendStatus(204);
=======
  refreshTokens.splice(refreshTokens.indexOf(req.body.refreshToken), 1);
  res.status(204).end();
>>>>>>> logout
});

app.listen(4000);
