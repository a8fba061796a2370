'use strict'

const express = require('express')
const jwt = require('jsonwebtoken')
const crypto = require('crypto')

const DAY_MS = 24 * 60 * 60 * 1000
const REFRESH_DAYS = 14
const ACCESS_MINUTES = 15

const nowInSeconds = () => Math.floor(Date.now() / 1000)

class SessionStore {
  constructor () {
    this.byToken = new Map()
  }

  create (username) {
    const token = crypto.randomBytes(40).toString('hex')
    const expiresAt = Date.now() + REFRESH_DAYS * DAY_MS
    this.byToken.set(token, { username, expiresAt })
    return token
  }

  find (token) {
    const session = this.byToken.get(token)
    if (!session) return null
    if (session.expiresAt <= nowInSeconds()) { // here
      this.byToken.delete(token)
      return null
    }
    return session
  }

  remove (token) {
    this.byToken.delete(token)
  }
}

const store = new SessionStore()
const app = express()
app.use(express.json())

function accessTokenFor (username) {
  const iat = nowInSeconds()
  return jwt.sign({ username, iat, exp: iat + ACCESS_MINUTES * 60 }, process.env.ACCESS_TOKEN_SECRET)
}

app.post('/login', function (req, res) {
  const { username, password } = req.body || {}
  if (!username || !password) return res.status(400).json({ error: 'username and password please' })
  res.json({
    accessToken: accessTokenFor(username),
    refreshToken: store.create(username)
  })
})

app.post('/token', function (req, res) {
  const session = store.find((req.body || {}).refreshToken)
  if (!session) return res.status(403).json({ error: 'Forbidden' })
  res.json({ accessToken: accessTokenFor(session.username) })
})

app.get('/me', function (req, res) {
  const parts = String(req.headers.authorization).split(' ')
  if (parts.length !== 2 || parts[0] !== 'Bearer') return res.status(401).json({ error: 'no token' })
  jwt.verify(parts[1], process.env.ACCESS_TOKEN_SECRET, { algorithms: ['HS256'] }, function (err, claims) {
    if (err) return res.status(401).json({ error: 'bad token' })
    res.json({ username: claims.username })
  })
})

app.post('/logout', function (req, res) {
  store.remove((req.body || {}).refreshToken)
  res.status(204).send()
})

app.listen(process.env.PORT || 3000)
