var express = require('express')
var app = express()
var refreshTokens = []

app.use(express.json())
app.post('/login', function (req, res) {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})
app.post('/token', function (req, res) {
  if (refreshTokens.indexOf(req.body.refreshToken) < 0) return res.status(403).json({ error: 'Forbidden' })
  res.json({ accessToken: 'newAccess123' })
})
app.listen(process.env.PORT || 3000)
