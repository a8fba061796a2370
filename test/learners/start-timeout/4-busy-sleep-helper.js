const express = require('express')

// node has no sleep so I made one
function sleep (seconds) {
  const start = Date.now()
  while (Date.now() - start < seconds * 1000) { // here
    // nothing
  }
}

const app = express()
app.use(express.json())
let refreshTokens = []

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})
app.post('/token', (req, res) => {
  const t = req.body && req.body.refreshToken
  if (!refreshTokens.includes(t)) return res.status(403).json({ error: 'Forbidden' })
  res.json({ accessToken: 'newAccess123' })
})
app.post('/logout', (req, res) => {
  const t = req.body && req.body.refreshToken
  refreshTokens = refreshTokens.filter(x => x !== t)
  res.status(204).end()
})

sleep(3000)
app.listen(3000)
