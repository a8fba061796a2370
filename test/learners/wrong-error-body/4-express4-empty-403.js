var express = require('express')
  , app = express()
  , refreshTokens = []

app.use(express.json())

app.post('/login', function (req, res) {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', function (req, res) {
  if (refreshTokens.indexOf(req.body.refreshToken) < 0) {
    res.status(403).end() // here
    return
  }
  res.json({ accessToken: 'newAccess123' })
})

app.post('/logout', function (req, res) {
  for (var i = refreshTokens.length; i--;) {
    if (refreshTokens[i] === req.body.refreshToken) refreshTokens.splice(i, 1)
  }
  res.status(204).end()
})

app.listen(3000)
