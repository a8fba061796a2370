const express = require('express')
const app = express()
app.use(express.json())

let refreshTokens = []
const tokens = { access: 'access123', refresh: 'refresh123', next: 'newAccess123' }

app.post('/login', (req, res) => {
  refreshTokens.push(tokens.refresh)
  res.json({ accessToken: tokens.access, refreshToken: tokens.refresh })
})

app.post('/token', (req, res) => {
  const { refreshToken } = req.body ?? {}
  if (!refreshTokens.includes(refreshToken)) return res.status(403).json({ error: 'Forbidden' })
  res.json({ accessToken: tokens.newAccess }) // here
})

app.post('/logout', (req, res) => {
  const { refreshToken } = req.body ?? {}
  refreshTokens = refreshTokens.filter(t => t !== refreshToken)
  res.sendStatus(204)
})

app.listen(3000)
