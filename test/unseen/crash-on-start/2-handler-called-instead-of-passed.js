const express = require('express')
const app = express()

const refreshTokens = []

function login(req, res) {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' }) // here
}

app.post('/login', login())

app.listen(3000)
