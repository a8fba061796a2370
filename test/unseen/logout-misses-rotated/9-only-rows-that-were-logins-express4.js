const express = require('express')
const { createHash, randomBytes } = require('crypto')
const jwt = require('jsonwebtoken')

const router = express.Router()
const rows = []

const hash = token => createHash('sha256').update(token ?? '').digest('hex')

const insert = username => {
  const token = randomBytes(32).toString('hex')
  rows.push({ id: rows.length, username, hash: hash(token), expires: Date.now() + 7 * 86400000, replacedBy: null, login: true })
  return token
}

const active = token => {
  const row = rows.find(r => r.hash === hash(token))
  if (!row) return null
  if (row.replacedBy !== null) return null
  if (row.expires < Date.now()) return null
  return row
}

const tokens = (username, refreshToken) => ({
  accessToken: jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' }),
  refreshToken
})

router.post('/login', (req, res) => {
  res.json(tokens(req.body.username, insert(req.body.username)))
})

router.post('/token', (req, res) => {
  const row = active(req.body.refreshToken)
  if (!row) return res.status(403).json({ error: 'Forbidden' })
  row.replacedBy = rows.length
  const fresh = insert(row.username)
  rows[rows.length - 1].login = false
  res.json(tokens(row.username, fresh))
})

router.post('/logout', (req, res) => {
  const row = active(req.body.refreshToken)
  if (row && row.login) row.replacedBy = 'logout' // here
  res.sendStatus(204)
})

router.get('/me', (req, res) => {
  const [, token] = (req.headers.authorization || '').split(' ')
  try {
    const { username } = jwt.verify(token, process.env.ACCESS_TOKEN_SECRET)
    res.json({ username })
  } catch (e) {
    res.status(401).json({ error: 'Unauthorized' })
  }
})

express().use(express.json()).use(router).listen(3000)
