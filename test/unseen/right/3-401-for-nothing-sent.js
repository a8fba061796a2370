const express = require('express')
const app = express()

app.use(express.json())

let refreshTokens = []

app.post('/token', (req, res) => {
  const refreshToken = req.body?.refreshToken
  if (refreshToken == null) return res.sendStatus(401)
  if (!refreshTokens.includes(refreshToken)) return res.status(403).json({ error: 'Forbidden' })
  const accessToken = generateAccessToken({ name: 'kyle' })
  res.json({ accessToken: accessToken })
})

app.post('/login', (req, res) => {
  // Authenticate User
  const username = req.body?.username
  const user = { name: username }

  const accessToken = 'access123'
  const refreshToken = 'refresh123'
  refreshTokens.push(refreshToken)
  res.json({ accessToken: accessToken, refreshToken: refreshToken })
})

function generateAccessToken(user) {
  return 'newAccess123'
}

app.listen(4000)
