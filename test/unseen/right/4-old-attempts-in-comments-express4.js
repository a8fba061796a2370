const express = require('express')
const app = express()
app.use(express.json())

const refreshTokens = []

app.post('/login', (req, res) => {
  // const refreshTokens = []
  refreshTokens.push('refresh123')
  // return { accessToken: 'access123' }
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', (req, res) => {
  // const { refreshToken } = req.query
  const { refreshToken } = req.body
  // if (refreshToken === 'refresh123') {
  if (refreshTokens.includes(refreshToken)) {
    return res.json({ accessToken: 'newAccess123' })
  }
  return res.status(403).json({ error: 'Forbidden' })
})

app.post('/logout', (req, res) => {
  const { refreshToken } = req.body
  // refreshTokens = refreshTokens.filter(t => t === refreshToken)   <- constant variable ???
  const i = refreshTokens.indexOf(refreshToken)
  if (~i) refreshTokens.splice(i, 1)
  // res.json({ message: 'ok' })
  res.sendStatus(204)
})

app.listen(3000)
