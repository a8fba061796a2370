var express = require('express')
var app = express()
app.use(express.json())

app.use(function checkHost (req, res, next) {
  if (!req.headers['x-api-version']) {
    return next(new Error('x-api-version header is required')) // here
  }
  next()
})

app.post('/login', function (req, res) {
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.listen(3000)
