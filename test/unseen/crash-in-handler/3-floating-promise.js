const express = require('express')
const app = express()
app.use(express.json())

const refreshTokens = []

const checkToken = async (token) => {
  if (refreshTokens.indexOf(token) === -1) return Promise.reject('unknown token') // here
  return true
}

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', (req, res) => {
  checkToken(req.body.refreshToken).then(() => {
    res.json({ accessToken: 'newAccess123' })
  })
})

app.listen(3000)
