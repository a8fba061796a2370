const { Router } = require("express");
const router = Router();
const refreshTokens = [];
router.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});
module.exports = router;
