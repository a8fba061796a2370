const express = require('express')
const app = express()
app.use(express.json())

const refreshTokens = []

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.send(JSON.parse('{"accessToken":"access123","refreshToken":"refresh123"}'))
})

app.post('/token', (req, res) => {
  const data = JSON.parse(req.body) // here
  if (!refreshTokens.includes(data.refreshToken)) {
    return res.status(403).send({ error: 'Forbidden' })
  }
  res.send({ accessToken: 'newAccess123' })
})

app.listen(3000)
