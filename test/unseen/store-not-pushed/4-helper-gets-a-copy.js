const express = require('express')
const app = express()
app.use(express.json())
let refreshTokens = []

const addToken = (list, token) => {
  const copy = [...list]
  copy.push(token)
  return copy
}

app.post('/login', (req, res) => {
  addToken(refreshTokens, 'refresh123') // here
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', (req, res) => {
  const { refreshToken } = req.body || {}
  if (!refreshTokens.includes(refreshToken)) {
    res.status(403).json({ error: 'Forbidden' })
  } else {
    res.json({ accessToken: 'newAccess123' })
  }
})

app.post('/logout', (req, res) => {
  const { refreshToken } = req.body || {}
  refreshTokens = refreshTokens.filter(t => t !== refreshToken)
  res.sendStatus(204)
})

app.listen(3000)
