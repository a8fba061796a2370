var express = require('express')
var app = express()
app.use(express.json())
var refreshTokens = []

app.post('/login', function (req, res) {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', function (req, res) {
  var token = req.body.refreshToken
  if (refreshTokens.indexOf(token) == -1) {
    res.status(403).json({ error: 'Forbidden' })
    return
  }
  res.json({ accessToken: 'newAccess123' })
})

app.post('/logout', function (req, res) {
  var token = req.body.refreshToken
  refreshTokens = refreshTokens.filter(function (t) { return t != token })
  res.status(204).send()
  setTimeout(function () {
    try {
      res.json({ message: 'Logged out' }) // here
    } catch (e) {
      console.log('hmm', e.code)
    }
  }, 5)
})

app.listen(3000)
