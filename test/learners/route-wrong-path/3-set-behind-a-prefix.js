const express = require("express");

const refreshTokens = new Set();
const auth = express.Router();

auth.post("/login", (req, res) => {
  refreshTokens.add("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

auth.post("/token", (req, res) => {
  if (!refreshTokens.has(req.body.refreshToken)) return res.sendStatus(403);
  res.json({ accessToken: "newAccess123" });
});

const app = express();
app.use(express.json());
app.use("/api/auth", auth); // here
app.listen(3000);
