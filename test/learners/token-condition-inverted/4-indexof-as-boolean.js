var express = require('express')
var app = express()
app.use(express.json())

var refreshTokens = []

app.post('/login', function (req, res) {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', function (req, res) {
  var refreshToken = req.body && req.body.refreshToken
  var idx = refreshTokens.indexOf(refreshToken)
  if (idx >= 0) return res.status(403).json({ error: 'Forbidden' }) // here
  else return res.json({ accessToken: 'newAccess123' })
})

app.post('/logout', function (req, res) {
  var refreshToken = req.body && req.body.refreshToken
  var idx = refreshTokens.indexOf(refreshToken)
  if (idx >= 0) refreshTokens.splice(idx, 1)
  res.status(204).end()
})

app.listen(3000)
