const express = require('express')
const app = express()
app.use(express.json())

var refreshTokens = []

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', (req, res) => {
  const token = req.body ? req.body.refreshToken : undefined
  switch (refreshTokens.indexOf(token)) {
    case -1:
      res.status(403)
      res.json({ error: 'Forbidden' })
      break
    default:
      res.json({ accessToken: 'newAccess123' })
  }
})

app.listen(3000)
