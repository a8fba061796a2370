const express = require('express')
const app = express()
app.use(express.json())

let refreshTokens = []

app.post('/login', (req, res) => {
  refreshTokens = refreshTokens.concat(['refresh123'])
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', (req, res) => {
  const set = new Set(refreshTokens)
  if (!set.has(req.body?.refreshToken)) return res.status(403).json({ error: 'Forbidden' })
  res.json({ accessToken: 'newAccess123' })
})

app.post('/logout', (req, res) => {
  const { accessToken } = req.body || {} // here
  const remaining = []
  for (const t of refreshTokens) {
    if (t !== accessToken) remaining.push(t)
  }
  refreshTokens = remaining
  res.status(204).end()
})

module.exports = app
