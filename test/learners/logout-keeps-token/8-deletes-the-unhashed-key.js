const express = require('express')
const jwt = require('jsonwebtoken')
const { randomBytes, createHash } = require('node:crypto')

const app = express()
app.use(express.json())

// sha256(token) -> who and until when
const tokens = new Map()

const sha = t => createHash('sha256').update(String(t)).digest('base64url')
const access = username => jwt.sign({ sub: username }, process.env.JWT_SECRET, { expiresIn: 600 })

app.post('/login', (req, res) => {
  const refreshToken = randomBytes(48).toString('base64url')
  tokens.set(sha(refreshToken), { username: req.body.username, exp: Date.now() + 14 * 86400e3 })
  res.status(201).json({ accessToken: access(req.body.username), refreshToken })
})

app.post('/token', (req, res) => {
  const key = sha(req.body?.refreshToken)
  const entry = tokens.get(key)
  if (!entry) return res.status(403).json({ error: 'Forbidden' })
  if (entry.exp <= Date.now()) {
    tokens.delete(key)
    return res.status(403).json({ error: 'Token expired' })
  }
  res.json({ accessToken: access(entry.username) })
})

app.post('/logout', (req, res) => {
  tokens.delete(req.body?.refreshToken) // here
  res.status(204).end()
})

app.get('/me', (req, res) => {
  const [scheme, token] = (req.get('Authorization') ?? '').split(' ')
  if (scheme !== 'Bearer') return res.status(401).json({ error: 'Unauthorized' })
  try {
    res.json({ username: jwt.verify(token, process.env.JWT_SECRET).sub })
  } catch {
    res.status(401).json({ error: 'Unauthorized' })
  }
})

app.listen(process.env.PORT || 3000)
