const express = require('express')
const app = express()
app.use(express.json())

const refreshTokens = []

app.post('/login', (req, res) => {
  const rt = 'refresh123'
  refreshTokens.push(rt)
  res.json({ accessToken: 'access123', refreshToken: rt, expiresIn: 900 })
})

app.post('/token', (req, res) => {
  const { refreshToken: rt } = req.body
  if (!~refreshTokens.indexOf(rt)) return res.status(403).json({ error: 'Forbidden' })
  res.json({ accessToken: 'newAccess123' })
})

app.post('/logout', (req, res) => {
  const { refreshToken: rt } = req.body
  const at = refreshTokens.indexOf(rt)
  ~at && refreshTokens.splice(at) // here
  res.status(204).end()
})

app.listen(80)
