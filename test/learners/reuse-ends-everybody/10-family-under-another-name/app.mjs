import express from 'express'
import jwt from 'jsonwebtoken'
import { RefreshTokens } from './stores/refresh-tokens.mjs'

const app = express()
const store = new RefreshTokens()
const sign = username => jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' })

app.use(express.json())

app.post('/login', (req, res) => {
  res.json({ accessToken: sign(req.body.username), refreshToken: store.begin(req.body.username) })
})

app.post('/token', (req, res) => {
  const next = store.rotate(req.body?.refreshToken)
  if (!next) return res.status(403).json({ error: 'Forbidden' })
  res.json({ accessToken: sign(next.username), refreshToken: next.token })
})

app.get('/me', (req, res) => {
  const [scheme, token] = (req.get('authorization') ?? '').split(' ')
  try {
    if (scheme !== 'Bearer') throw new Error('no bearer token')
    res.json({ username: jwt.verify(token, process.env.ACCESS_TOKEN_SECRET).username })
  } catch {
    res.status(401).json({ error: 'Unauthorized' })
  }
})

app.post('/logout', (req, res) => {
  store.end(req.body?.refreshToken)
  res.status(204).end()
})

app.listen(3000)
