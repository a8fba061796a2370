const { Router } = require('express')
const { refreshTokens } = require('./store')

const router = Router()

router.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

router.post('/token', (req, res) => {
  const { refreshToken } = req.body
  if (!refreshTokens.includes(refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' })
  }
  res.json({ accessToken: 'newAccess123' })
})

router.post('/logout', (req, res) => {
  const { refreshToken } = req.body
  refreshTokens = refreshTokens.filter(t => t !== refreshToken) // here
  res.sendStatus(204)
})

module.exports = router
