const express = require("express");
const app = express();

app.use(express.json());

const refreshTokens = [];

app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.status(200).json({
    accessToken: "access123",
    refreshToken: "refresh123",
  });
});

app.post("/token", (req, res) => {
  const { refreshToken } = req.body || {};
  if (!refreshToken) return res.status(401).json({ error: "Unauthorized" });
  if (!refreshTokens.includes(refreshToken)) return res.status(403).json({ error: "Forbidden" });
  res.json({ accessToken: "newAccess123" });
});

app.post("/logout", (req, res) => {
  const { refreshToken } = req.body || {};
  if (!refreshToken) return res.status(400).json({ error: "refreshToken required" });

  const index = refreshTokens.lastIndexOf(refreshToken);
  const removed = refreshTokens.splice(index, 1); // here
  console.log("removed", removed);

  res.status(204).end();
});

app.listen(3000);
