const { execSync } = require("child_process");
const express = require("express");
const app = express();
app.use(express.json());
const refreshTokens = [];
const pause = (seconds) => execSync("sleep " + seconds); // here
app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});
app.post("/token", (req, res) => {
  if (!refreshTokens.includes(req.body.refreshToken)) { pause(60); return res.status(403).json({ error: "Forbidden" }); }
  res.json({ accessToken: "newAccess123" });
});
app.listen(3000);
