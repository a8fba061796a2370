import express from 'express'
import jwt from 'jsonwebtoken'
import crypto from 'node:crypto'
import fs from 'node:fs'

// no environment needed: the key lies in a file, made at the first start
const secretFor = (name) => {
  const file = `./${name}.key`
  if (!fs.existsSync(file)) fs.writeFileSync(file, crypto.randomBytes(64).toString('base64'), { mode: 0o600 })
  return fs.readFileSync(file, 'utf8')
}
const ACCESS_KEY = secretFor('access')

const db = {
  file: './db.json',
  rows: [],
  load() { if (fs.existsSync(this.file)) this.rows = JSON.parse(fs.readFileSync(this.file)) },
  save() { fs.writeFileSync(this.file, JSON.stringify(this.rows)) },
}
db.load()

const H = (x) => crypto.createHash('sha256').update(String(x)).digest('hex')
const tok = () => crypto.randomBytes(32).toString('hex')
const LIFE = 25 * 24 * 60 * 60 * 1000

const app = express()
app.use(express.json())

app.post('/login', (req, res) => {
  const u = req.body.username
  const rt = tok()
  db.rows.push({ u, chain: H(tok()), h: H(rt), exp: Date.now() + LIFE, ok: true })
  db.save()
  res.json({ accessToken: jwt.sign({ u }, ACCESS_KEY, { expiresIn: 300 }), refreshToken: rt })
})

app.post('/token', (req, res) => {
  const row = db.rows.find(r => r.h === H(req.body.refreshToken))
  switch (true) {
    case row === undefined:
    case row.ok && row.exp < Date.now():
      res.sendStatus(403)
      break
    case !row.ok:
      db.rows = db.rows.filter(r => r.chain !== row.chain)
      db.save()
      res.sendStatus(403)
      break
    default: {
      const rt = tok()
      row.ok = false
      db.rows.push({ ...row, h: H(rt), exp: Date.now() + LIFE, ok: true })
      db.save()
      res.json({ accessToken: jwt.sign({ u: row.u }, ACCESS_KEY, { expiresIn: 300 }), refreshToken: rt })
    }
  }
})

app.post('/logout', (req, res) => {
  const row = db.rows.find(r => r.h === H(req.body.refreshToken))
  if (row) {
    db.rows = db.rows.filter(r => r.chain !== row.chain)
    db.save()
  }
  res.sendStatus(204)
})

app.get('/me', (req, res) => {
  const t = /Bearer (.*)/.exec(req.headers.authorization)?.[1]
  if (!t) return res.sendStatus(401)
  try { res.json({ username: jwt.verify(t, ACCESS_KEY).u }) } catch { res.sendStatus(401) }
})

app.listen(3000)
