const express = require('express')
const crypto = require('crypto')
const app = express()

app.use(express.json())

let refreshTokens = []

function createToken(username) {
  const salt = Math.random().toString() // here
  return crypto.createHash('sha512').update(username + salt).digest('hex')
}

app.post('/login', (req, res) => {
  const refreshToken = createToken(req.body.username)
  refreshTokens.push(refreshToken)
  res.json({ accessToken: 'access123', refreshToken })
})

app.post('/token', (req, res) => {
  const { refreshToken } = req.body
  if (refreshTokens.includes(refreshToken)) {
    res.json({ accessToken: 'newAccess123' })
  } else {
    res.status(403).json({ error: 'Forbidden' })
  }
})

app.post('/logout', (req, res) => {
  const { refreshToken } = req.body
  refreshTokens = refreshTokens.filter(t => t !== refreshToken)
  res.sendStatus(204)
})

app.listen(3000)
