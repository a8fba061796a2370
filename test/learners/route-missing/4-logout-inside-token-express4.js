var express = require('express')
var app = express()
app.use(express.json())
var refreshTokens = []

app.post('/login', function (req, res) {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.get('/logout-page', function (req, res) {
  res.send('<form method="post" action="/logout"></form>')
  app.post('/logout', function (req, res) { // here
    refreshTokens = refreshTokens.filter(function (t) { return t !== req.body.refreshToken })
    res.sendStatus(204)
  })
})

app.post('/token', function (req, res) {
  if (refreshTokens.indexOf(req.body.refreshToken) < 0) return res.status(403).json({ error: 'Forbidden' })
  res.json({ accessToken: 'newAccess123' })
})

app.listen(3000)
