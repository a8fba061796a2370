const express = require("express");
const app = express();
app.use(express.json());

let refreshTokens = [];

app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", async (req, res) => {
  try {
    const found = await refreshTokens.find({ token: req.body.refreshToken });
    if (!found) return res.status(403).json({ error: "Forbidden" });
    res.json({ accessToken: "newAccess123" });
  } catch (error) {
    res.status(500).json({ error: "Server error" }); // here
  }
});

app.listen(3000);
