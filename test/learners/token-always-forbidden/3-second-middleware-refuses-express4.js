const express = require('express')
const app = express()
app.use(express.json())
let refreshTokens = []

function known (req, res, next) {
  if (!refreshTokens.includes(req.body.refreshToken)) return res.status(403).json({ error: 'Forbidden' })
  next()
}

function sameDevice (req, res, next) {
  if (req.get('x-device') !== 'web') return res.status(403).json({ error: 'Forbidden' }) // here
  next()
}

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})
app.post('/token', known, sameDevice, (req, res) => res.json({ accessToken: 'newAccess123' }))
app.listen(3000)
