const express = require("express");
const router = express.Router();
const app = express();

let refreshTokens = [];

router.use(express.json());

router.route("/login").post(async (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

router.route("/token").post(async (req, res) => {
  const refreshToken = req.body?.refreshToken ?? "";
  if (refreshTokens.includes(refreshToken)) {
    return res.json({ accessToken: "newAccess123" });
  }
  return res.status(403).json({ error: "Forbidden" });
});

app.use("/", router);

module.exports = { app };
