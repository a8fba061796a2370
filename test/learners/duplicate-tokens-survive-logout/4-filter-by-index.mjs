import express from 'express'

const app = express()
app.use(express.json())

let refreshTokens = []

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', (req, res) => {
  const { refreshToken = null } = req.body ?? {}
  refreshTokens.includes(refreshToken)
    ? res.json({ accessToken: 'newAccess123' })
    : res.status(403).json({ error: 'Forbidden' })
})

app.post('/logout', (req, res) => {
  const { refreshToken = null } = req.body ?? {}
  const index = refreshTokens.indexOf(refreshToken)
  refreshTokens = refreshTokens.filter((_, i) => i !== index) // here
  res.status(204).end()
})

app.listen(3000)
