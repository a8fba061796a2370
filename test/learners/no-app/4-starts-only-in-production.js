const express = require('express')

let refreshTokens = []

const start = () => {
  const app = express()
  app.use(express.json())

  app.post('/login', (req, res) => {
    refreshTokens.push('refresh123')
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
  })

  app.post('/token', (req, res) => {
    const known = refreshTokens.includes(req.body?.refreshToken)
    if (known) res.json({ accessToken: 'newAccess123' })
    else res.status(403).json({ error: 'Forbidden' })
  })

  app.post('/logout', (req, res) => {
    refreshTokens = refreshTokens.filter(t => t !== req.body?.refreshToken)
    res.sendStatus(204)
  })

  app.listen(80)
}

if (process.env.NODE_ENV === 'production') start() // here
