var express = require('express')
var app = express()
app.use(express.json())

var tokens = {}

app.post('/login', function (req, res) {
  var t = Math.random().toString(36).substring(2) + Math.random().toString(36).substring(2) // here
  tokens[t] = req.body.username
  res.json({ accessToken: 'access123', refreshToken: t })
})

app.post('/token', function (req, res) {
  var t = req.body.refreshToken
  if (!Object.prototype.hasOwnProperty.call(tokens, t)) {
    return res.status(403).json({ error: 'Forbidden' })
  }
  return res.json({ accessToken: 'newAccess123' })
})

app.post('/logout', function (req, res) {
  delete tokens[req.body.refreshToken]
  res.status(204).send()
})

app.listen(3000, function () {
  console.log('listening on 3000')
})
