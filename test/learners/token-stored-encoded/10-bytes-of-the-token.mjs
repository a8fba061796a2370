import express from 'express'
import jwt from 'jsonwebtoken'
import { randomBytes } from 'node:crypto'

const app = express()
app.use(express.json())

const live = new Map() // hash of the good token -> session
const dead = new Map() // hash of a used token -> session

// base64url -> plain bytes, so it cannot be read any more
const sha = (s) => Buffer.from(String(s), 'base64url').toString('hex') // here
const access = (username) => jwt.sign({ username }, process.env.JWT_SECRET, { expiresIn: '10m' })

function hand (session) {
  const token = randomBytes(32).toString('base64url')
  session.current = sha(token)
  live.set(session.current, session)
  return token
}

function bury (session) {
  live.delete(session.current)
  for (const old of session.used) dead.delete(old)
}

app.post('/login', (req, res) => {
  const session = { username: req.body.username, current: null, used: [], end: Date.now() + 7 * 864e5 }
  const refreshToken = hand(session)
  res.json({ accessToken: access(session.username), refreshToken })
})

app.post('/token', (req, res) => {
  const hash = sha(req.body?.refreshToken)
  const stolen = dead.get(hash)
  if (stolen) bury(stolen)
  const session = live.get(hash)
  if (!session) return res.status(403).json({ error: 'Forbidden' })
  if (session.end < Date.now()) {
    bury(session)
    return res.status(403).json({ error: 'Forbidden' })
  }
  live.delete(hash)
  dead.set(hash, session)
  session.used.push(hash)
  res.json({ accessToken: access(session.username), refreshToken: hand(session) })
})

app.post('/logout', (req, res) => {
  const session = live.get(sha(req.body?.refreshToken))
  if (session) bury(session)
  res.status(204).end()
})

app.get('/me', (req, res) => {
  const [type, token] = req.headers.authorization?.split(' ') ?? []
  if (type !== 'Bearer') return res.status(401).json({ error: 'Unauthorized' })
  try {
    res.json({ username: jwt.verify(token, process.env.JWT_SECRET).username })
  } catch {
    res.status(401).json({ error: 'Unauthorized' })
  }
})

app.listen(3000)
