const express = require('express')
const app = express()

let refreshTokens = []

app.post('/login', (req, res) => {
  const refreshToken = 'refresh123'
  refreshTokens.push() // here
  res.json({ accessToken: 'access123', refreshToken: refreshToken })
})

app.listen(3000)
