const express = require('express')
const { ok, fail } = require('./respond')
const app = express()
app.use(express.json())
const refreshTokens = []
app.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})
app.post('/token', (req, res) => {
  if (!refreshTokens.includes(req.body.refreshToken)) return fail(res, 403, 'Forbidden')
  ok(res, { accessToken: 'newAccess123' })
})
app.listen(3000)
