// check: passed | store-not-empty-at-start | store-wrong-token
const app = require("express")();
const refreshTokens = [];
app.post("/login", (req, res) => {
  for (let i = 0; i < 1e6; i++) refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});
app.listen(3000);
