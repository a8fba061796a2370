const express = require('express')
const app = express()
app.use(express.json())
let refreshTokens = []

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})
app.post('/token', (req, res) => {
  if (refreshTokens.indexOf(req.body.refreshToken) < 0) return res.status(403).json({ error: 'Forbidden' })
  res.json({ accessToken: 'newAccess123' })
})
app.post('/logout', (req, res) => {
  res.status(204).end()
  console.log('bye ' + req.user.username) // here
  refreshTokens = refreshTokens.filter((token) => token !== req.body.refreshToken)
})
app.listen(3000)
