import express from 'express'

const app = express()
app.use(express.json())

const refreshTokens = []

const isValid = (token) => refreshTokens.includes(token)

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', (req, res) => {
  const { refreshToken } = req.body ?? {}
  if (!isValid(refreshToken)) return res.status(403).json({ error: 'Forbidden' })
  res.json({ accessToken: 'newAccess123' })
})

app.post('/logout', (req, res) => {
  const { refreshToken } = req.body ?? {}
  if (isValid(refreshToken)) {
    refreshTokens.length = 0 // here
  }
  res.status(204).end()
})

app.listen(3000)
