const express = require('express')
const jwt = require('jsonwebtoken')

const app = express()
app.use(express.json())
let refreshTokens = []

app.post('/login', (req, res) => {
  // later: jwt.sign(user, process.env.ACCESS_TOKEN_SECRET)
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', (req, res) => {
  const refreshToken = req.body?.refreshToken
  if (!refreshTokens.includes(refreshToken)) return res.status(403).json({ error: 'Forbidden' })
  res.json({ accessToken: 'newAccess123' })
})

app.listen(4000)
