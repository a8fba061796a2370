const express = require('express')
const app = express()
app.use(express.json())
var refreshTokens = []

app.post('/login', function(req, res) {
  refreshTokens.push('refresh123')
  res.json({accessToken: 'access123', refreshToken: 'refresh123'})
})

app.post('/tokne', function(req, res) { // here
  var found = false
  for (var i = 0; i < refreshTokens.length; i++) {
    if (refreshTokens[i] === req.body.refreshToken) { found = true }
  }
  if (found) {
    res.json({accessToken: 'newAccess123'})
  } else {
    res.status(403).json({error: 'Forbidden'})
  }
})

app.post('/logout', function(req, res) {
  for (var i = refreshTokens.length - 1; i >= 0; i--) {
    if (refreshTokens[i] === req.body.refreshToken) { refreshTokens.splice(i, 1) }
  }
  res.status(204).end()
})

app.listen(3000)
