const express = require('express')

// like the package express-async-handler
const asyncHandler = (fn) => (req, res, next) => Promise.resolve(fn(req, res, next)).catch(next)

const app = express()
app.use(express.json())

let refreshTokens = []

const login = asyncHandler(async (req, res) => {
  const refreshToken = 'refresh123'
  if (!refreshTokens.includes(refreshToken)) refreshTokens.push(refreshToken)
  res.status(200).json({ accessToken: 'access123', refreshToken })
})

const refresh = asyncHandler(async (req, res) => {
  const { refreshToken } = req.body || {}
  if (!refreshTokens.includes(refreshToken)) {
    res.status(403)
    throw new Error('Forbidden')
  }
  res.status(200).json({ accessToken: 'newAccess123' })
})

const logout = asyncHandler(async (req, res) => {
  const { refreshToken } = req.body || {}
  refreshTokens = refreshTokens.filter((t) => t !== refreshToken)
  res.sendStatus(204)
})

app.post('/login', login)
app.post('/token', refresh)
app.post('/logout', logout)

app.use((err, req, res, next) => {
  const code = res.statusCode !== 200 ? res.statusCode : 500
  res.status(code)
  res.json({ error: err.message })
})

app.listen(4000, () => console.log('up'))
