var express = require('express')
var app = express()

app.set('x-powered-by', false)
app.use(express.json())

app.route('/login')
  .get(function (req, res) { res.send('<form method="post"></form>') })
  .post(function (req, res) {
    var body = { accessToken: 'access123', refreshToken: 'refresh123' }
    res.setHeader('Content-Type', 'application/json')
    res.end(JSON.stringify(body))
  })

app.use(function (req, res) {
  res.status(404).send('Not found')
})

app.listen(80)
