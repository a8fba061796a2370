const express = require('express')
const cookieParser = require('cookie-parser')
const jwt = require('jsonwebtoken')
const crypto = require('crypto')
const fs = require('fs')

const app = express()
app.use(express.json())
app.use(cookieParser())

const DB = './tokens.json'
let db = []
if (fs.existsSync(DB)) db = JSON.parse(fs.readFileSync(DB, 'utf8'))
const saveDb = () => fs.writeFileSync(DB, JSON.stringify(db))

const sha256 = t => crypto.createHash('sha256').update(t).digest('hex')
const WEEK = 7 * 24 * 60 * 60 * 1000
const opts = { httpOnly: true, secure: true, sameSite: 'Strict' }

// the mobile app has no cookies, it sends the token in the body
const tokenOf = req => req.cookies.jid || (req.body && req.body.refreshToken) || ''

const give = (res, username, family) => {
  const token = crypto.randomBytes(32).toString('hex')
  db.push({ hash: sha256(token), username, family, exp: Date.now() + WEEK })
  saveDb()
  res.cookie('jid', token, { ...opts, maxAge: WEEK })
  res.set('Cache-Control', 'no-store')
  res.json({ accessToken: jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' }) })
}

app.post('/login', (req, res) => give(res, req.body.username, crypto.randomUUID()))

app.post('/token', (req, res) => {
  const row = db.filter(r => r.hash === sha256(tokenOf(req))) // here
  if (!row || row.exp < Date.now()) return res.status(403).json({ error: 'Forbidden' })
  if (row.used) {
    db = db.filter(r => r.family !== row.family)
    saveDb()
    return res.status(403).json({ error: 'Forbidden' })
  }
  row.used = true
  give(res, row.username, row.family)
})

app.post('/logout', (req, res) => {
  const row = db.find(r => r.hash === sha256(tokenOf(req)))
  if (row) {
    db = db.filter(r => r.family !== row.family)
    saveDb()
  }
  res.clearCookie('jid', opts)
  res.sendStatus(204)
})

app.get('/me', (req, res) => {
  const token = (req.headers.authorization || '').split(' ')[1]
  if (!token) return res.sendStatus(401)
  try {
    const user = jwt.verify(token, process.env.ACCESS_TOKEN_SECRET)
    res.json({ username: user.username })
  } catch (err) {
    res.sendStatus(403)
  }
})

app.listen(3000)
