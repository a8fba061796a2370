import express from 'express'

const app = express()
app.use(express.json())

let refreshTokens = []

app.post('/login', (req, res) => {
  if (!refreshTokens.includes('refresh123')) refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', (req, res) => {
  if (refreshTokens.lastIndexOf(req.body?.refreshToken) < 0) return void res.status(403).json({ error: 'Forbidden' })
  res.json({ accessToken: 'newAccess123' })
})

app.post('/logout', (req, res) => {
  const at = refreshTokens.findIndex(t => t === req.body?.refreshToken)
  if (at !== -1) refreshTokens = refreshTokens.toSpliced(at, 1)
  res.status(204).end()
})

app.listen(3000)
