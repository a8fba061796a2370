const express = require('express')
const app = express()
app.use(express.json())
app.use(express.urlencoded({ extended: false }))

let refreshTokens = []

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', (req, res) => {
  const refreshToken = req.body.refreshtoken // here
  if (!refreshTokens.includes(refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' })
  }
  return res.json({ accessToken: 'newAccess123' })
})

app.post('/logout', (req, res) => {
  const refreshToken = req.body.refreshToken
  refreshTokens = refreshTokens.filter(item => item !== refreshToken)
  return res.status(204).send()
})

app.listen(3000)
