const express = require('express')
const app = express()
app.use(express.json())

const refreshTokens = []

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', (req, res) => {
  const body = req.body || {}
  if (refreshTokens.indexOf(body.refreshToken) === -1) return res.status(403).json({ error: 'Forbidden' })
  return res.json({ accessToken: 'newAccess123' })
})

app.post('/logout', (req, res) => {
  const body = req.body || {}
  const keep = refreshTokens.filter(t => t !== body.refreshToken)
  refreshTokens.length = 0
  refreshTokens.push(...keep)
  return res.status(204).send()
})

module.exports = app
