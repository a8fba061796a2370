const express = require("express");

const app = express();
app.use(express.json());

const refreshTokens = [];

function buildTokens({ renew = false } = {}) {
  return {
    accessToken: renew ? "newAccess123" : "access123",
    refreshToken: "refresh123",
  };
}

app.post("/login", (req, res) => {
  const tokens = buildTokens();
  refreshTokens.push(tokens.refreshToken);
  res.json(tokens);
});

app.post("/token", (req, res) => {
  const refreshToken = req.body?.refreshToken;
  if (!refreshTokens.includes(refreshToken)) {
    return res.status(403).json({ error: "Forbidden" });
  }
  const { accessToken } = buildTokens(); // here
  res.json({ accessToken });
});

app.listen(3000, () => console.log("Running"));
