const express = require('express')
const app = express()
app.use(express.json())

let refreshTokens = []

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', (req, res) => {
  refreshTokens.includes(req.body?.refreshToken)
    ? res.json({ accessToken: 'newAccess123' })
    : res.status(403).json({ error: 'Forbidden' })
})

app.post('/logout', (req, res) => {
  const newTokens = refreshTokens.filter(t => t !== req.body?.refreshToken) // here
  console.log(newTokens)
  res.sendStatus(204)
})

app.listen(3000)
