const express = require('express')
const app = express()
app.use(express.json())
const refreshTokens = []

app.post('/login', (req, res) => {
  if (req.body.email !== 'admin@example.com') {
    return res.send('<p>Login failed, try again</p>') // here
  }
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.listen(3000)
