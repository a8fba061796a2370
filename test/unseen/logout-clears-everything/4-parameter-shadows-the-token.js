const express = require('express')
const app = express()
app.use(express.json())
let refreshTokens = []

app.post('/login', (req, res) => {
  const refreshToken = 'refresh123'
  refreshTokens.push(refreshToken)
  res.json({ accessToken: 'access123', refreshToken })
})

app.post('/token', (req, res) => {
  const { refreshToken } = req.body
  if (!refreshTokens.includes(refreshToken)) return res.status(403).json({ error: 'Forbidden' })
  res.json({ accessToken: 'newAccess123' })
})

app.post('/logout', (req, res) => {
  const { refreshToken } = req.body
  refreshTokens = refreshTokens.filter(refreshToken => refreshToken !== refreshToken) // here
  res.sendStatus(204)
})

app.listen(3000)
