import express from 'express'

const app = express()
app.use(express.json())

let refreshTokens = []

app.post('/login', (req, res) => {
  // Authenticate User
  const accessToken = 'access123'
  const refreshToken = 'refresh123'
  refreshTokens.push(refreshToken)
  res.json({ accessToken: accessToken, refreshToken: refreshToken })
})

app.post('/token', (req, res) => {
  const refreshToken = req.body.token // here
  if (refreshToken == null) return res.status(403).json({ error: 'Forbidden' })
  if (!refreshTokens.includes(refreshToken)) return res.status(403).json({ error: 'Forbidden' })
  res.json({ accessToken: 'newAccess123' })
})

app.listen(4000)
