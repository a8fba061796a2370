const express = require('express')
const app = express()
app.use(express.json())

let refreshTokens = []

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', (req, res) => {
  let refreshToken = req.body.refreshToken
  if (refreshTokens.includes(refreshToken)) { // here
    res.json({ accessToken: 'newAccess123' })
  }
})

app.listen(3000)
