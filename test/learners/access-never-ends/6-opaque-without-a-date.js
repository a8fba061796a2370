// no jwt. just random strings, and the server remembers
const express = require('express')
const { randomBytes } = require('crypto')

const refreshTokens = new Map()
const accessTokens = new Map()

const rand = () => randomBytes(32).toString('hex')

function giveAccess(username) {
  const token = rand()
  accessTokens.set(token, { username }) // here
  return token
}

const app = express()
app.use(express.json())

app.post('/login', (req, res) => {
  const { username } = req.body
  const refreshToken = rand()
  refreshTokens.set(refreshToken, username)
  res.json({ accessToken: giveAccess(username), refreshToken })
})

app.post('/token', (req, res) => {
  const username = refreshTokens.get(req.body.refreshToken)
  if (username === undefined) return res.status(403).json({ error: 'Forbidden' })
  res.json({ accessToken: giveAccess(username) })
})

app.post('/logout', (req, res) => {
  refreshTokens.delete(req.body.refreshToken)
  res.sendStatus(204)
})

app.get('/me', (req, res) => {
  const header = req.headers.authorization || ''
  if (!header.startsWith('Bearer ')) return res.status(401).json({ error: 'Unauthorized' })
  const entry = accessTokens.get(header.slice(7))
  if (!entry) return res.status(401).json({ error: 'Unauthorized' })
  res.json({ username: entry.username })
})

app.listen(3000)
