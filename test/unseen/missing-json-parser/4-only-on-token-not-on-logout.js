const express = require('express')
const app = express()
const jsonParser = express.json()

let refreshTokens = []

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', jsonParser, (req, res) => {
  const { refreshToken } = req.body
  if (!refreshTokens.includes(refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' })
  }
  res.json({ accessToken: 'newAccess123' })
})

app.post('/logout', (req, res) => { // here
  refreshTokens = refreshTokens.filter((t) => t !== req.body?.refreshToken)
  res.sendStatus(204)
})

app.listen(3000)
