const express = require('express')
const router = express.Router()
let refreshTokens = []

router.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})
router.post('/token', (req, res) => {
  if (!refreshTokens.includes(req.body.refreshToken)) return res.status(403).json({ error: 'Forbidden' })
  res.json({ accessToken: 'newAccess123' })
})
router.post('/logout', (req, res) => {
  const others = refreshTokens.filter((t) => t !== req.body.refreshToken)
  refreshTokens = [others] // here
  res.status(204).end()
})

const app = express()
app.use(express.json())
app.use(router)
app.listen(3000)
