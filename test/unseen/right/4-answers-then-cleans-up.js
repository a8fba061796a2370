const express = require('express')
const app = express()
app.use(express.json())
let refreshTokens = []

const valid = token => refreshTokens.includes(token)
const forbidden = res => res.status(403).json({ error: 'Forbidden' })

app.post('/login', (req, res) => {
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
  refreshTokens.push('refresh123')
  console.log(refreshTokens)
})

app.post('/token', (req, res) => valid(req.body?.refreshToken) ? res.json({ accessToken: 'newAccess123' }) : forbidden(res))

app.post('/logout', (req, res) => {
  res.status(204).end()
  refreshTokens = refreshTokens.filter(t => t !== req.body?.refreshToken)
})

app.listen(3000)
