import express from 'express'

const app = express()
app.use(express.json())
const refreshTokens = []

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', (req, res) => {
  const match = refreshTokens.filter(t => t === req.body?.refreshToken)
  if (!match) return res.status(403).json({ error: 'Forbidden' }) // here
  res.json({ accessToken: 'newAccess123' })
})

app.listen(3000)
