var express = require('express')
  , app = express()
  , refreshTokens = []

app.use(express.json())

app.post('/login', function (req, res) {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', function (req, res) {
  var rt = (req.body || {}).refreshToken
  if (refreshTokens.indexOf(rt) === -1) return res.status(403).json({ error: 'Forbidden' })
  res.json({ accessToken: 'newAccess123' })
})

app.post('/logout', function (req, res) {
  refreshTokens.splice(0, refreshTokens.length) // here
  res.status(204).end()
})

app.listen(3000)
