var express = require('express')
var fs = require('fs')
var path = require('path')

var users = JSON.parse(fs.readFileSync(path.join(__dirname, 'users.json'), 'utf8')) // here
var refreshTokens = []

var app = express()
app.use(express.json())

app.post('/login', function (req, res) {
  var user = users.find(function (u) { return u.name === (req.body && req.body.username) })
  console.log('login', user)
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', function (req, res) {
  var token = req.body && req.body.refreshToken
  if (refreshTokens.indexOf(token) === -1) {
    res.status(403).json({ error: 'Forbidden' })
    return
  }
  res.json({ accessToken: 'newAccess123' })
})

app.listen(8000)
