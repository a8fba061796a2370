const express = require('express')
const jwt = require('./jwt')
const app = express()
app.use(express.json())
const REFRESH_TOKEN_SECRET = 'shhh'
let refreshTokens = []
app.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})
app.post('/token', (req, res) => {
  const { refreshToken } = req.body
  if (!refreshTokens.includes(refreshToken)) return res.status(403).json({ error: 'Forbidden' })
  jwt.verify(refreshToken, REFRESH_TOKEN_SECRET, (err, user) => {
    if (err) return res.status(403).json({ error: 'Forbidden' }) // here
    res.json({ accessToken: 'newAccess123' })
  })
})
app.listen(4000)
