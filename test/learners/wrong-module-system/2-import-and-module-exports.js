import express from 'express'

const app = express()
app.use(express.json())

let refreshTokens = []

app.post('/login', (req, res) => {
  const tokens = { accessToken: 'access123', refreshToken: 'refresh123' }
  refreshTokens = [...refreshTokens, tokens.refreshToken]
  res.json(tokens)
})

module.exports = app // here
