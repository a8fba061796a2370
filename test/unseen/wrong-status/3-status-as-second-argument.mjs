import express from 'express'

const app = express()
app.use(express.json())
const refreshTokens = []

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', (req, res) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) {
    return res.json({ error: 'Forbidden' }, 403) // here
  }
  res.json({ accessToken: 'newAccess123' })
})

app.listen(3000)
