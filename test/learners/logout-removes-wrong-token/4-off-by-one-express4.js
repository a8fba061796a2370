const express = require('express')
const app = express()

app.use(express.json())

const refreshTokens = []

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  return res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', (req, res) => {
  const { refreshToken } = req.body
  const valid = refreshTokens.some(t => t === refreshToken)
  return valid ? res.json({ accessToken: 'newAccess123' }) : res.status(403).json({ error: 'Forbidden' })
})

app.post('/logout', (req, res) => {
  const { refreshToken } = req.body
  const index = refreshTokens.indexOf(refreshToken)
  if (index !== -1) {
    refreshTokens.splice(index + 1, 1) // here
  }
  return res.sendStatus(204)
})

app.listen(3000)
