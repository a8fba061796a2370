const { EventEmitter } = require('node:events')
const { createHash, randomBytes } = require('node:crypto')
const fs = require('node:fs')
const express = require('express')
const jwt = require('jsonwebtoken')

const LOG = 'auth-events.txt'
const bus = new EventEmitter()
const logins = new Map()   // login id -> { name, newest, ends }
const known = new Map()    // hash -> login id

// 1. whoever listens first keeps the event on disk (emit is synchronous)
let replaying = false
bus.on('login', (...a) => line('login', a))
bus.on('end', (...a) => line('end', a))
function line (kind, args) {
  if (!replaying) fs.appendFileSync(LOG, [kind, ...args].join('\t') + '\n')
}

// 2. then the maps follow
bus.on('login', (id, name, hash, ends) => { logins.set(id, { name, newest: hash, ends: Number(ends) }); known.set(hash, id) })
bus.on('renew', (id, hash, ends) => { Object.assign(logins.get(id), { newest: hash, ends: Number(ends) }); known.set(hash, id) })
bus.on('end', (id) => logins.delete(id))

if (fs.existsSync(LOG)) {
  replaying = true
  for (const l of fs.readFileSync(LOG, 'utf8').split('\n')) if (l !== '') bus.emit(...l.split('\t'))
  replaying = false
}

const digest = (t) => createHash('sha256').update(`${t}`).digest('hex')
const id = () => randomBytes(16).toString('hex')
const inADay = (n) => Date.now() + n * 86400e3
const accessFor = (name) => jwt.sign({ sub: name }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' })

const app = express()
app.use(express.json())

app.post('/login', (req, res) => {
  const token = randomBytes(32).toString('base64url')
  bus.emit('login', id(), req.body.username, digest(token), inADay(7))
  res.json({ accessToken: accessFor(req.body.username), refreshToken: token })
})

app.post('/token', (req, res) => {
  const hash = digest(req.body?.refreshToken)
  const loginId = known.get(hash)
  const login = logins.get(loginId)
  if (!login || login.ends < Date.now()) return res.sendStatus(401)
  if (login.newest !== hash) {
    bus.emit('end', loginId)
    return res.sendStatus(401)
  }
  const token = randomBytes(32).toString('base64url')
  bus.emit('renew', loginId, digest(token), inADay(7)) // here
  res.json({ accessToken: accessFor(login.name), refreshToken: token })
})

app.post('/logout', (req, res) => {
  const loginId = known.get(digest(req.body?.refreshToken))
  if (logins.has(loginId)) bus.emit('end', loginId)
  res.sendStatus(204)
})

app.get('/me', (req, res) => {
  try {
    const [, token] = req.headers.authorization.split(' ')
    res.json({ username: jwt.verify(token, process.env.ACCESS_TOKEN_SECRET).sub })
  } catch {
    res.sendStatus(401)
  }
})

module.exports = { app }
app.listen(0)
