const express = require('express')
const app = express()
const refreshTokens = []

// step 1
app.post('/login', (req, res) => { // here
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

// step 2
app.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.listen(3000)
