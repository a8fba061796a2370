const express = require("express");
const app = express();
app.use(express.json());
let refreshTokens = [];

const STATUS = {
  OK: 200,
  UNAUTHORIZED: 401,
  FORBIDDEN: 400 + 2, // here
};

app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req, res) => {
  if (!(refreshTokens.includes(req.body?.refreshToken))) {
    return res.status(STATUS.FORBIDDEN).json({ error: "Forbidden" });
  }
  res.json({ accessToken: "newAccess123" });
});

app.listen(3000);
