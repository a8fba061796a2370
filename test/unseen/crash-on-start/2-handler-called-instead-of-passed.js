const express = require('express')
const app = express()

const refreshTokens = []

function login(req, res) {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
}

app.post('/login', login()) // here

app.listen(3000)
