const { Router } = require("express");
const router = Router();
const refreshTokens = [];
router.post("/token", (req, res) => {
  if (refreshTokens.includes(req.body?.refreshToken)) return res.json({ accessToken: "newAccess123" });
  res.status(403).json({ error: "Forbidden" });
});
module.exports = router;
