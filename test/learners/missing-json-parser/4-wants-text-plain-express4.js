var express = require('express')

var app = express()
app.use(express.json({ type: 'text/plain' })) // here

var refreshTokens = []

app.post('/login', function (req, res) {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', function (req, res) {
  if (refreshTokens.indexOf(req.body.refreshToken) === -1) return res.status(403).json({ error: 'Forbidden' })
  res.json({ accessToken: 'newAccess123' })
})

app.post('/logout', function (req, res) {
  refreshTokens = refreshTokens.filter(function (token) { return token !== req.body.refreshToken })
  res.sendStatus(204)
})

app.listen(3000)
