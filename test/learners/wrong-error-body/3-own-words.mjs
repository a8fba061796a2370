import express from 'express'

const app = express()
app.use(express.json())
const refreshTokens = []

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', (req, res) => {
  const { refreshToken } = req.body ?? {}
  return refreshTokens.includes(refreshToken)
    ? res.json({ accessToken: 'newAccess123' })
    : res.status(403).json({ error: 'Invalid refresh token' }) // here
})

app.listen(3000)
