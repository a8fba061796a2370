const express = require('express')
const app = express()
app.use(express.json())

let refreshTokens = []

function authenticate (req, res, next) {
  const header = req.headers['authorization']
  if (!header) {
    return res.status(401).json({ message: 'no access token' }) // here
  }
  next()
}

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.use(authenticate)

app.post('/token', (req, res) => {
  const { refreshToken } = req.body
  if (!refreshTokens.includes(refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' })
  }
  res.json({ accessToken: 'newAccess123' })
})

app.listen(3000)
