const express = require("express");
const { findRefreshToken, saveRefreshToken, deleteRefreshToken } = require("./db");

const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  saveRefreshToken("refresh123", (err) => {
    if (err) return res.status(500).json({ error: "Internal Server Error" });
    res.json({ accessToken: "access123", refreshToken: "refresh123" });
  });
});

app.post("/token", (req, res) => {
  const { refreshToken } = req.body || {};
  findRefreshToken(refreshToken, (err, token) => {
    if (err || !token) return res.status(403).json({ error: "Forbidden" });
    res.json({ accessToken: "newAccess123" });
  });
});

app.post("/logout", (req, res) => {
  const { refreshToken } = req.body || {};
  deleteRefreshToken(refreshToken, (err) => {
    if (err) return res.status(500).json({ error: "Internal Server Error" });
    res.status(204).end();
  });
});

app.listen(process.env.PORT || 3000);
