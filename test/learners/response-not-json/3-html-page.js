const express = require('express')
const app = express()
app.use(express.json())
let refreshTokens = []

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

const page = (token) => `<html><body>
  <h1>Your new token</h1>
  <pre>{ "accessToken": "${token}" }</pre>
</body></html>`

app.post('/token', (req, res) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' })
  }
  res.send(page('newAccess123')) // here
})

app.listen(3000)
