const express = require('express')
const app = express()
app.use(express.json())

const refreshTokens = []

const saveToken = (t) => {
  refreshTokens.push(t)
}

app.post('/login', (req, res) => {
  const refreshToken = 'refresh123'
  saveToken // here
  res.json({ accessToken: 'access123', refreshToken })
})

app.post('/token', (req, res) => {
  const { refreshToken } = req.body
  if (refreshTokens.indexOf(refreshToken) == -1) {
    res.status(403).json({ error: 'Forbidden' })
  } else {
    res.json({ accessToken: 'newAccess123' })
  }
})

app.listen(3000)
