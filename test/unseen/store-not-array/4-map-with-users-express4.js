const express = require('express')
const app = express()
app.use(express.json())

const refreshTokens = new Map() // here

app.post('/login', (req, res) => {
  refreshTokens.set('refresh123', { user: 'tom', at: Date.now() })
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', (req, res) => {
  if (!refreshTokens.has(req.body.refreshToken)) return res.status(403).json({ error: 'Forbidden' })
  res.json({ accessToken: 'newAccess123' })
})

app.post('/logout', (req, res) => {
  refreshTokens.delete(req.body.refreshToken)
  res.sendStatus(204)
})

app.listen(3000)
