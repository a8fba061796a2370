const express = require('express')
const app = express()

app.use(express.json())

let refreshTokens = []

const login = (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
}

const token = (req, res) => {
  const { refreshToken } = req.body
  const match = refreshTokens.find(x => x.token === refreshToken) // here
  if (!match) {
    res.status(403).json({ error: 'Forbidden' })
    return
  }
  res.json({ accessToken: 'newAccess123' })
}

const logout = (req, res) => {
  const { refreshToken } = req.body
  const idx = refreshTokens.indexOf(refreshToken)
  if (idx !== -1) {
    refreshTokens.splice(idx, 1)
  }
  res.status(204).end()
}

app.post('/login', login)
app.post('/token', token)
app.post('/logout', logout)

app.listen(3000)
