'use strict'
const http = require('http')
const express = require('express')
const cookieParser = require('cookie-parser')
const { createHash, randomBytes } = require('crypto')
const { readFileSync, writeFileSync, existsSync, readdirSync, mkdirSync, rmSync } = require('fs')
const { join } = require('path')
const { sign, verify } = require('jsonwebtoken')

const dir = join(__dirname, 'logins')
mkdirSync(dir, { recursive: true })

const file = (id) => join(dir, `${id}.json`)
const load = (id) => (/^\w{24}$/.test(id) && existsSync(file(id)) ? JSON.parse(readFileSync(file(id), 'utf8')) : null)
const store = (id, login) => writeFileSync(file(id), JSON.stringify(login))
const drop = (id) => rmSync(file(id), { force: true })
console.log(`${readdirSync(dir).length} logins from before`)

const hash = (s) => createHash('sha256').update(String(s)).digest('hex')
const flags = { httpOnly: true, secure: true, sameSite: 'strict' }
const fourDays = 4 * 24 * 60 * 60 * 1000

const app = express()
app.use(express.json())
app.use(cookieParser())

// the cookie is j:{ id, key }, cookie-parser reads that by itself
function hand(res, id, login) {
  const key = randomBytes(24).toString('base64url')
  store(id, { user: login.user, keys: [...login.keys, hash(key)], end: Date.now() + fourDays })
  if (login.keys.length === 0) res.cookie('__Host-login', { id, key }, { ...flags, maxAge: fourDays }) // here
  res.set('cache-control', 'no-store')
  res.json({ accessToken: sign({ user: login.user }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' }) })
}

app.post('/login', (req, res) => hand(res, randomBytes(12).toString('hex'), { user: req.body.username, keys: [] }))

app.post('/token', (req, res) => {
  const { id, key } = req.cookies['__Host-login'] ?? {}
  const login = load(id)
  const at = login ? login.keys.indexOf(hash(key)) : -1
  if (at < 0 || login.end < Date.now()) return res.sendStatus(403)
  if (at < login.keys.length - 1) {
    drop(id)
    return res.sendStatus(403)
  }
  hand(res, id, login)
})

app.post('/logout', (req, res) => {
  const { id, key } = req.cookies['__Host-login'] ?? {}
  if (load(id)?.keys.includes(hash(key))) drop(id)
  res.clearCookie('__Host-login', flags)
  res.status(204).end()
})

app.get('/me', (req, res) => {
  try {
    const { user } = verify(String(req.headers.authorization).slice(7), process.env.ACCESS_TOKEN_SECRET)
    res.json({ username: user })
  } catch {
    res.sendStatus(401)
  }
})

http.createServer(app).listen(3000)
