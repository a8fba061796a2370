const express = require('express')
const app = express()
app.use(express.json())
const refreshTokens = []

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', (req, res) => {
  if (refreshTokens.indexOf(req.body.refreshToken) == -1) {
    return res.status(403).json({ error: 'Forbidden' })
  }
  res.writeHead(200, { 'Content-Type': 'text/plain' }) // here
  res.write(JSON.stringify({ accessToken: 'newAccess123' }))
  res.end()
})

app.listen(3000)
