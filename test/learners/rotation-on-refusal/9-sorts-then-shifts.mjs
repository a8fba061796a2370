import express from 'express'
import jwt from 'jsonwebtoken'
import { createHash, randomBytes } from 'crypto'

const app = express()
app.use(express.json())

// newest first
let entries = []

const hash = t => createHash('sha256').update(String(t)).digest('hex')
const signAccess = user => jwt.sign({ user }, process.env.JWT_SECRET, { expiresIn: '10m' })

const addEntry = user => {
  const token = randomBytes(32).toString('hex')
  entries.unshift({ user, hash: hash(token), until: Date.now() + 7 * 24 * 60 * 60 * 1000 })
  return token
}

app.post('/login', (req, res) => {
  const { username } = req.body
  res.json({ accessToken: signAccess(username), refreshToken: addEntry(username) })
})

app.post('/token', (req, res) => {
  const wanted = hash(req.body?.refreshToken)
  entries.sort((a, b) => (b.hash === wanted) - (a.hash === wanted)) // the right one comes to the front
  const entry = entries.shift() // here
  if (!entry || entry.hash !== wanted || entry.until < Date.now()) {
    return res.status(403).json({ error: 'Forbidden' })
  }
  res.json({ accessToken: signAccess(entry.user), refreshToken: addEntry(entry.user) })
})

app.post('/logout', (req, res) => {
  const wanted = hash(req.body?.refreshToken)
  entries = entries.filter(e => e.hash !== wanted)
  res.status(204).end()
})

app.get('/me', (req, res) => {
  const [, token] = (req.headers.authorization ?? '').split(' ')
  try {
    res.json({ username: jwt.verify(token, process.env.JWT_SECRET).user })
  } catch {
    res.sendStatus(401)
  }
})

app.listen(3000)
