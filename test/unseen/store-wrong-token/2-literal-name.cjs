const express = require('express')
const app = express()
const refreshTokens = []

app.post('/login', (req, res) => {
  const tokens = { accessToken: 'access123', refreshToken: 'refresh123' }
  refreshTokens.push('refreshToken') // here
  res.json(tokens)
})

module.exports = app
