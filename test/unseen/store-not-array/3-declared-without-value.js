const express = require('express')
const app = express()
app.use(express.json())

let refreshTokens // here

app.post('/login', (req, res) => {
  refreshTokens = 'refresh123'
  res.json({ accessToken: 'access123', refreshToken: refreshTokens })
})

app.post('/token', (req, res) => {
  if (req.body?.refreshToken === undefined || req.body.refreshToken !== refreshTokens) {
    return res.status(403).json({ error: 'Forbidden' })
  }
  res.json({ accessToken: 'newAccess123' })
})

app.listen(3000)
