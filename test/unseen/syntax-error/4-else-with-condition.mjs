import express from 'express'

const app = express()
app.use(express.json())

const refreshTokens = []

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', (req, res) => {
  if (refreshTokens.includes(req.body.refreshToken)) {
    res.json({ accessToken: 'newAccess123' })
  } else (!refreshTokens.includes(req.body.refreshToken)) { // here
    res.status(403).json({ error: 'Forbidden' })
  }
})

app.post('/logout', (req, res) => {
  const i = refreshTokens.indexOf(req.body.refreshToken)
  if (i >= 0) refreshTokens.splice(i, 1)
  res.status(204).end()
})

app.listen(4000)
