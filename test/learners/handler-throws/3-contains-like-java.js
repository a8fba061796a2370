const express = require('express')
const app = express()
app.use(express.json())

var refreshTokens = []

app.post('/login', function (request, response) {
  refreshTokens.push('refresh123')
  response.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', function (request, response) {
  if (!refreshTokens.contains(request.body.refreshToken)) { // here
    return response.status(403).json({ error: 'Forbidden' })
  }
  response.json({ accessToken: 'newAccess123' })
})

app.listen(3000)
