const express = require('express')
const jwt = require('jsonwebtoken')
const crypto = require('crypto')

const app = express()
app.use(express.json())

const SECRET = process.env.ACCESS_TOKEN_SECRET
const ONE_WEEK = 1000 * 60 * 60 * 24 * 7

const refreshTokens = new Map()

const remember = (username) => {
  const token = crypto.randomBytes(32).toString('hex')
  const timer = setTimeout(() => refreshTokens.delete(token), ONE_WEEK)
  timer.unref()
  refreshTokens.set(token, { username, timer })
  return token
}

const access = (username) => jwt.sign({ username }, SECRET) // here

const auth = (req, res, next) => {
  const [scheme, token] = (req.headers.authorization || '').split(' ')
  if (scheme !== 'Bearer' || !token) return res.status(401).json({ error: 'Unauthorized' })
  jwt.verify(token, SECRET, (err, payload) => {
    if (err) return res.status(401).json({ error: 'Unauthorized' })
    req.username = payload.username
    next()
  })
}

app.post('/login', (req, res) => {
  const { username } = req.body
  res.json({
    accessToken: access(username),
    refreshToken: remember(username),
  })
})

app.post('/token', (req, res) => {
  const entry = refreshTokens.get(req.body.refreshToken)
  if (!entry) return res.status(403).json({ error: 'Forbidden' })
  res.json({ accessToken: access(entry.username) })
})

app.post('/logout', (req, res) => {
  const entry = refreshTokens.get(req.body.refreshToken)
  if (entry) {
    clearTimeout(entry.timer)
    refreshTokens.delete(req.body.refreshToken)
  }
  res.sendStatus(204)
})

app.get('/me', auth, (req, res) => res.json({ username: req.username }))

app.listen(3000)
