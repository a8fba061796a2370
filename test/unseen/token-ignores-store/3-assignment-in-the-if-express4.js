var express = require('express')
var app = express()
app.use(express.json())
var refreshTokens = []

app.post('/login', function (req, res) {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', function (req, res) {
  var known = refreshTokens.indexOf(req.body.refreshToken) !== -1
  if (known = true) { // here
    res.json({ accessToken: 'newAccess123' })
  } else {
    res.status(403).json({ error: 'Forbidden' })
  }
})

app.listen(3000)
