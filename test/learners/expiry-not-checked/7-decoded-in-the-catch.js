const express = require('express')
const jwt = require('jsonwebtoken')
const { randomUUID } = require('crypto')

const { ACCESS_TOKEN_SECRET, REFRESH_TOKEN_SECRET } = process.env

const app = express()
app.use(express.json())

let valid = []

const access = username => jwt.sign({ username }, ACCESS_TOKEN_SECRET, { expiresIn: '10m' })

app.post('/login', (req, res) => {
  const username = req.body.username
  const jti = randomUUID()
  const refreshToken = jwt.sign({ username, jti, rand: randomUUID() }, REFRESH_TOKEN_SECRET, { expiresIn: '7d' })
  valid.push(jti)
  res.json({ accessToken: access(username), refreshToken })
})

const readRefresh = (token) => {
  try {
    return jwt.verify(token, REFRESH_TOKEN_SECRET)
  } catch (err) {
    // logging out with a token that has ended must work as well
    if (err.name === 'TokenExpiredError') return jwt.decode(token) // here
    return null
  }
}

app.post('/token', (req, res) => {
  const claims = readRefresh(req.body.refreshToken)
  if (!claims || !valid.includes(claims.jti)) return res.status(403).json({ error: 'Forbidden' })
  res.json({ accessToken: access(claims.username) })
})

app.get('/me', (req, res) => {
  const [, token] = (req.headers.authorization || '').split('Bearer ')
  jwt.verify(token, ACCESS_TOKEN_SECRET, (err, claims) => {
    if (err) return res.status(401).json({ error: 'Unauthorized' })
    res.json({ username: claims.username })
  })
})

app.post('/logout', (req, res) => {
  const claims = readRefresh(req.body.refreshToken)
  valid = valid.filter(jti => jti !== claims?.jti)
  res.status(204).end()
})

app.listen(3000)
