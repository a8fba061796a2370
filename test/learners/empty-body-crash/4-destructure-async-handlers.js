import express from 'express'
const app = express()
app.use(express.json())
let refreshTokens = []

app.post('/login', async (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', async ({ body: { refreshToken } }, res) => { // here
  if (!refreshTokens.includes(refreshToken)) res.status(403).json({ error: 'Forbidden' })
  else res.json({ accessToken: 'newAccess123' })
})

app.post('/logout', async (req, res) => {
  const { refreshToken } = req.body ?? {}
  refreshTokens = refreshTokens.filter((t) => t !== refreshToken)
  res.status(204).end()
})

app.listen(3000)
