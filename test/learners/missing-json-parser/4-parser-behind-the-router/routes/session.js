const router = require("express").Router()
const { refreshTokens, has } = require("../lib/tokens")

router.post("/login", (req, res) => {
  refreshTokens.push("refresh123")
  res.json({ accessToken: "access123", refreshToken: "refresh123" })
})

router.post("/token", (req, res) => {
  const refreshToken = req.body?.refreshToken
  if (!has(refreshToken)) return res.status(403).json({ error: "Forbidden" })
  res.json({ accessToken: "newAccess123" })
})

module.exports = router
