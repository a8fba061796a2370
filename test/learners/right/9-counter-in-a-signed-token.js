const express = require('express')
const crypto = require('crypto')
const jwt = require('jsonwebtoken')

const app = express()
app.use(express.json())

// One row for each login. The refresh token is a JWT that names the row and its generation,
// and only the newest generation is good.
const logins = new Map()

function tokensFor (id) {
  const { username, generation } = logins.get(id)
  return {
    accessToken: jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' }),
    refreshToken: jwt.sign({ id, generation }, process.env.REFRESH_TOKEN_SECRET, { expiresIn: '7d' })
  }
}

function open (token) {
  try {
    const { id, generation } = jwt.verify(token, process.env.REFRESH_TOKEN_SECRET)
    const login = logins.get(id)
    return login && login.generation === generation ? id : null
  } catch {
    return null
  }
}

app.post('/login', (req, res) => {
  const id = crypto.randomBytes(16).toString('hex')
  logins.set(id, { username: req.body.username, generation: 1 })
  res.json(tokensFor(id))
})

app.post('/token', (req, res) => {
  const id = open(req.body?.refreshToken)
  if (!id) return res.status(403).json({ error: 'Forbidden' })
  logins.get(id).generation += 1
  res.json(tokensFor(id))
})

app.post('/logout', (req, res) => {
  logins.delete(open(req.body?.refreshToken))
  res.status(204).end()
})

app.get('/me', (req, res) => {
  const token = req.headers.authorization?.match(/^Bearer (.*)$/)?.[1]
  try {
    res.json({ username: jwt.verify(token, process.env.ACCESS_TOKEN_SECRET).username })
  } catch {
    res.status(401).json({ error: 'Unauthorized' })
  }
})

app.listen(3000)
