import express from 'express'

const app = express()
app.use(express.json())

const refreshTokens = []

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', (req, res) => {
  const index = refreshTokens.indexOf(req.body.refreshToken)
  if (index > 0) { // here
    return res.json({ accessToken: 'newAccess123' })
  }
  return res.status(403).json({ error: 'Forbidden' })
})

app.listen(4321)
