const express = require('express')
const app = express()
app.use(express.json())

const validTokens = ['refresh123', 'refresh456', 'refresh789']
const refreshTokens = []

app.post('/login', function (req, res) {
  refreshTokens.push('refresh123')
  return res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', function (req, res) {
  const { refreshToken } = req.body
  const known = validTokens.find(t => t === refreshToken) // here
  if (!known) return res.status(403).json({ error: 'Forbidden' })
  return res.json({ accessToken: 'newAccess123' })
})

app.listen(3000)
