const express = require('express')
const crypto = require('crypto')
const fs = require('fs')
const path = require('path')
const jwt = require('jsonwebtoken')

const DIR = path.join(__dirname, 'sessions')
fs.mkdirSync(DIR, { recursive: true })

const TEN_DAYS = 10 * 24 * 60 * 60 * 1000

// token = <session id>.<secret>, so we know which file to open
const fileOf = (id) => path.join(DIR, id + '.json')
const hash = (s) => crypto.createHash('sha512').update(s).digest('hex')

function readSession(token) {
  const [id, secret] = String(token).split('.')
  if (!/^[0-9a-f-]{36}$/.test(id) || !secret) return null
  try {
    const session = JSON.parse(fs.readFileSync(fileOf(id), 'utf8'))
    return { id, session, hashed: hash(secret) }
  } catch (err) {
    return null
  }
}

function writeSession(id, session) {
  fs.writeFileSync(fileOf(id), JSON.stringify(session))
}

function newSecret() {
  return crypto.randomBytes(32).toString('base64url')
}

function accessTokenFor(username) {
  return jwt.sign({ username: username, typ: 'access' }, process.env.JWT_SECRET, { expiresIn: '5m' })
}

const app = express()
app.use(express.json())

app.post('/login', (req, res) => {
  const username = req.body && req.body.username
  const id = crypto.randomUUID()
  const secret = newSecret()
  writeSession(id, { username, chain: [hash(secret)], end: Date.now() + TEN_DAYS })
  res.json({ accessToken: accessTokenFor(username), refreshToken: id + '.' + secret })
})

app.post('/token', (req, res) => {
  const found = readSession(req.body && req.body.refreshToken)
  if (!found) return res.status(401).json({ error: 'no such session' })
  const { id, session, hashed } = found
  const position = session.chain.indexOf(hashed)
  if (position === -1) return res.status(401).json({ error: 'no such session' })
  if (position < session.chain.length - 1) {
    fs.unlinkSync(fileOf(id))
    return res.status(401).json({ error: 'token was used before' })
  }
  if (Date.now() > session.end) {
    fs.unlinkSync(fileOf(id))
    return res.status(401).json({ error: 'session is over' })
  }
  const secret = newSecret()
  session.chain.push(hash(secret))
  session.end = Date.now() + TEN_DAYS
  writeSession(id, session)
  res.json({ accessToken: accessTokenFor(session.username), refreshToken: id + '.' + secret })
})

app.post('/logout', (req, res) => {
  const found = readSession(req.body && req.body.refreshToken)
  if (found && found.session.chain.includes(found.hashed)) fs.rmSync(fileOf(found.id), { force: true })
  res.status(204).send()
})

app.get('/me', (req, res) => {
  const auth = req.header('Authorization')
  if (!auth) return res.status(401).json({ error: 'no token' })
  try {
    const claims = jwt.verify(auth.replace('Bearer ', ''), process.env.JWT_SECRET)
    return res.json({ username: claims.username })
  } catch (err) {
    return res.status(401).json({ error: 'bad token' })
  }
})

app.listen(4000)
