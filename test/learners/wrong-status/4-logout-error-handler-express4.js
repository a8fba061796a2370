const express = require('express')
const app = express()
app.use(express.json())
let refreshTokens = []

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', (req, res, next) => {
  if (!refreshTokens.includes(req.body.refreshToken)) {
    const err = new Error('Forbidden')
    err.code = 'FORBIDDEN'
    return next(err)
  }
  res.json({ accessToken: 'newAccess123' })
})

app.post('/logout', (req, res) => {
  refreshTokens = refreshTokens.filter((t) => t !== req.body.refreshToken)
  res.sendStatus(204)
})

app.use(function (err, req, res, next) {
  if (err.code === 'FORBIDDEN') {
    res.status(401) // here
    return res.json({ error: err.message })
  }
  next(err)
})

app.listen(3000)
