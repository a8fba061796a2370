const express = require('express')
const app = express()

app.use(express.json())

let refreshTokens = []

app.post('/token', (req, res) => {
  const refreshToken = req.body.refreshToken
  if (!refreshTokens.includes(refreshToken)) return res.status(403).json({ error: 'Forbidden' })
  res.json({ accessToken: 'newAccess123' })
})

app.delete('/logout', (req, res) => { // here
  refreshTokens = refreshTokens.filter(token => token !== req.body.refreshToken)
  res.sendStatus(204)
})

app.post('/login', (req, res) => {
  // Authenticate User
  const refreshToken = 'refresh123'
  refreshTokens.push(refreshToken)
  res.json({ accessToken: 'access123', refreshToken: refreshToken })
})

app.listen(4000)
