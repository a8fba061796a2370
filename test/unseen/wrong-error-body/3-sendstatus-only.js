const express = require('express')
const app = express()
app.use(express.json())

let refreshTokens = []

app.post('/login', (req, res) => {
  const refreshToken = 'refresh123'
  refreshTokens.push(refreshToken)
  res.json({ accessToken: 'access123', refreshToken: refreshToken })
})

app.post('/token', (req, res) => {
  const refreshToken = req.body.refreshToken
  if (!refreshTokens.includes(refreshToken)) return res.sendStatus(403) // here
  res.json({ accessToken: 'newAccess123' })
})

app.listen(4000)
