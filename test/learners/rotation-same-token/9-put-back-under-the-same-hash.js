const express = require('express')
const crypto = require('crypto')
const jwt = require('jsonwebtoken')

const app = express()
app.use(express.json())

const active = new Map()

function hash (t) {
  return crypto.createHash('sha256').update(t || '').digest('base64')
}

function issueTokens (username, old) {
  const refreshToken = old || crypto.randomBytes(32).toString('base64url')
  active.set(hash(refreshToken), { username, expires: Date.now() + 30 * 24 * 60 * 60 * 1000 })
  const accessToken = jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: 900 })
  return { accessToken, refreshToken }
}

app.post('/login', (req, res) => {
  res.json(issueTokens(req.body.username))
})

app.post('/token', (req, res) => {
  const key = hash(req.body.refreshToken)
  const entry = active.get(key)
  active.delete(key) // used up, whatever happens next
  if (!entry || entry.expires < Date.now()) {
    return res.status(403).json({ error: 'Forbidden' })
  }
  res.json(issueTokens(entry.username, req.body.refreshToken)) // here
})

app.post('/logout', (req, res) => {
  active.delete(hash(req.body.refreshToken))
  res.status(204).end()
})

function requireUser (req, res, next) {
  const header = req.get('authorization')
  if (!header) return res.status(401).json({ error: 'Unauthorized' })
  try {
    req.user = jwt.verify(header.slice(7), process.env.ACCESS_TOKEN_SECRET)
  } catch (e) {
    return res.status(401).json({ error: 'Unauthorized' })
  }
  next()
}

app.get('/me', requireUser, (req, res) => {
  res.json({ username: req.user.username })
})

app.listen(3000)
