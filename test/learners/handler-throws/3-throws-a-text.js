const express = require("express");
const app = express();
app.use(express.json());
const refreshTokens = [];
async function find(t) {
  if (!refreshTokens.includes(t)) throw "unknown token"; // here
  return t;
}
app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});
app.post("/token", async (req, res) => {
  await find(req.body.refreshToken);
  res.json({ accessToken: "newAccess123" });
});
app.listen(3000);
