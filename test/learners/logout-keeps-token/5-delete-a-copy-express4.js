var express = require('express')
var crypto = require('crypto')
var app = express()
app.use(express.json())

var tokens = {}

app.post('/login', function (req, res) {
  var t = crypto.randomBytes(20).toString('hex')
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
  var copy = Object.assign({}, tokens)
  delete copy[req.body.refreshToken] // here
  res.status(204).send()
})

app.listen(3000, function () {
  console.log('listening on 3000')
})
