const express = require('express')
const app = express()
const jsonParser = express.json()

let refreshTokens = []

// login
app.post('/login', (req, res) => {
  refreshTokens = refreshTokens.concat('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

// refresh
app.post('/token', (req, res) => { // here
  try {
    const { refreshToken } = req.body || {}
    if (!refreshToken) return res.status(403).json({ error: 'Forbidden' })
    if (!refreshTokens.includes(refreshToken)) return res.status(403).json({ error: 'Forbidden' })
    return res.json({ accessToken: 'newAccess123' })
  } catch (e) {
    console.log(e)
    return res.status(500).json({ error: 'Server error' })
  }
})

// logout
app.post('/logout', jsonParser, (req, res) => {
  const { refreshToken } = req.body || {}
  refreshTokens = refreshTokens.filter(t => t !== refreshToken)
  res.sendStatus(204)
})

app.listen(process.env.PORT || 5000)
