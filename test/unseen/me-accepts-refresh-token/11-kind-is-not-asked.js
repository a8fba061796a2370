const express = require('express')
const crypto = require('crypto')
const fs = require('fs')

const app = express()
app.use(express.json())

// one table for both kinds of token
const TABLE = __dirname + '/table.json'
let table = []
try {
  table = JSON.parse(fs.readFileSync(TABLE, 'utf8'))
} catch (err) {
  if (err.code !== 'ENOENT') throw err
}
const flush = () => fs.writeFileSync(TABLE, JSON.stringify(table))

const sha = (s) => crypto.createHash('sha256').update(String(s)).digest('hex')
const LIFETIME = { access: 15 * 60 * 1000, refresh: 8 * 24 * 60 * 60 * 1000 }

function put(kind, user, login) {
  const token = crypto.randomBytes(30).toString('base64url')
  table.push({ kind, user, login, hash: sha(token), until: Date.now() + LIFETIME[kind], spent: false })
  return token
}

const get = (token) => table.find((t) => t.hash === sha(token)) // here
const end = (login) => {
  table = table.filter((t) => t.login !== login)
}

app.post('/login', (req, res) => {
  const login = crypto.randomUUID()
  const answer = {
    accessToken: put('access', req.body.username, login),
    refreshToken: put('refresh', req.body.username, login),
  }
  flush()
  res.json(answer)
})

app.post('/token', (req, res) => {
  const t = get(req.body.refreshToken)
  if (!t || t.kind !== 'refresh') return res.sendStatus(403)
  if (t.spent) {
    end(t.login)
    flush()
    return res.sendStatus(403)
  }
  if (t.until < Date.now()) return res.sendStatus(403)
  t.spent = true
  const answer = { accessToken: put('access', t.user, t.login), refreshToken: put('refresh', t.user, t.login) }
  flush()
  res.json(answer)
})

app.post('/logout', (req, res) => {
  const t = get(req.body.refreshToken)
  if (t) {
    end(t.login)
    flush()
  }
  res.sendStatus(204)
})

app.get('/me', (req, res) => {
  const auth = req.get('Authorization') || ''
  const t = auth.startsWith('Bearer ') ? get(auth.slice(7)) : null
  if (!t || t.until < Date.now()) return res.sendStatus(401)
  res.json({ username: t.user })
})

app.listen(3000)
