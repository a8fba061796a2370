const express = require('express')
const app = express()
app.use(express.json())

let refreshTokens = []

app.post('/login', (req, res) => {
  let accessToken = 'access123'
  let refreshToken = 'refresh123'
  refreshTokens.push(refreshToken)
  res.json({ accessToken, refreshToken })
})

app.post('/token', (req, res) => {
  let { refreshToken } = req.body
  if (!refreshToken in refreshTokens) { // here
    return res.status(403).json({ error: 'Forbidden' })
  }
  return res.json({ accessToken: 'newAccess123' })
})

app.listen(3000, () => { console.log('listening...') })
