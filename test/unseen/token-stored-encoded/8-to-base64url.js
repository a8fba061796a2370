const crypto = require('crypto')
const express = require('express')
const jwt = require('jsonwebtoken')

const server = express()
server.use(express.json({ limit: '10kb' }))

const owners = {}
const deadlines = {}

function keyFor(refreshToken) {
  return Buffer.from(String(refreshToken)).toString('base64url') // here
}

function alive(key) {
  return Object.hasOwn(owners, key) && deadlines[key] > Date.now()
}

server.post('/login', function login(req, res) {
  const name = req.body.username
  crypto.randomBytes(32, function (err, bytes) {
    if (err) throw err
    const refreshToken = bytes.toString('hex')
    const key = keyFor(refreshToken)
    owners[key] = name
    deadlines[key] = Date.now() + 7 * 24 * 60 * 60 * 1000
    res.json({ accessToken: accessFor(name), refreshToken: refreshToken })
  })
})

server.post('/token', function renew(req, res) {
  const key = keyFor(req.body && req.body.refreshToken)
  if (alive(key)) {
    res.json({ accessToken: accessFor(owners[key]) })
  } else {
    delete owners[key]
    delete deadlines[key]
    res.status(403).json({ error: 'Forbidden' })
  }
})

server.post('/logout', function logout(req, res) {
  const key = keyFor(req.body && req.body.refreshToken)
  delete owners[key]
  delete deadlines[key]
  res.status(204).end()
})

server.get('/me', function me(req, res) {
  const m = /^Bearer ([\w.-]+)$/.exec(req.headers.authorization)
  if (!m) return res.status(401).json({ error: 'no bearer token' })
  try {
    return res.json({ username: jwt.verify(m[1], process.env.ACCESS_TOKEN_SECRET).username })
  } catch (e) {
    return res.status(401).json({ error: e.message })
  }
})

function accessFor(username) {
  return jwt.sign({ username: username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' })
}

server.listen(3000)
