const express = require('express')
const app = express()
app.use(express.json())

const refreshTokens = []
const used = []

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', (req, res) => {
  const { refreshToken } = req.body
  if (!refreshTokens.includes(refreshToken) || used.includes(refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' })
  }
  used.push(refreshToken) // here
  res.json({ accessToken: 'newAccess123' })
})

app.listen(3000)
