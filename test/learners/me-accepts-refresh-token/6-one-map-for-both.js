// no jwt. just random strings, and the server remembers
const express = require('express')
const { randomBytes } = require('crypto')

const FIFTEEN_MINUTES = 15 * 60 * 1000
const tokens = new Map() // access and refresh

const rand = () => randomBytes(32).toString('hex')

function giveAccess(username) {
  const token = rand()
  tokens.set(token, { username, until: Date.now() + FIFTEEN_MINUTES, refresh: false })
  return token
}

const app = express()
app.use(express.json())

app.post('/login', (req, res) => {
  const { username } = req.body
  const refreshToken = rand()
  tokens.set(refreshToken, { username, until: Infinity, refresh: true })
  res.json({ accessToken: giveAccess(username), refreshToken })
})

app.post('/token', (req, res) => {
  const entry = tokens.get(req.body.refreshToken)
  if (!entry || !entry.refresh) return res.status(403).json({ error: 'Forbidden' })
  res.json({ accessToken: giveAccess(entry.username) })
})

app.post('/logout', (req, res) => {
  tokens.delete(req.body.refreshToken)
  res.sendStatus(204)
})

app.get('/me', (req, res) => {
  const header = req.headers.authorization || ''
  if (!header.startsWith('Bearer ')) return res.status(401).json({ error: 'Unauthorized' })
  const entry = tokens.get(header.slice(7)) // here
  if (!entry || entry.until < Date.now()) return res.status(401).json({ error: 'Unauthorized' })
  res.json({ username: entry.username })
})

app.listen(3000)
