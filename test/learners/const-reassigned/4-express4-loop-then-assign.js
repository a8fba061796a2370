const express = require('express')
const app = express()
app.use(express.json())

const refreshTokens = []

app.post('/login', function (req, res) {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', function (req, res) {
  for (const t of refreshTokens) {
    if (t === req.body.refreshToken) {
      return res.json({ accessToken: 'newAccess123' })
    }
  }
  res.status(403).json({ error: 'Forbidden' })
})

app.post('/logout', function (req, res) {
  const rest = []
  for (const t of refreshTokens) {
    if (t !== req.body.refreshToken) rest.push(t)
  }
  refreshTokens = rest // here
  res.status(204).end()
})

app.listen(3000)
