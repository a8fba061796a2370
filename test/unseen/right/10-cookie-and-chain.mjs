import express from 'express'
import cookieParser from 'cookie-parser'
import jwt from 'jsonwebtoken'
import { createHash, randomBytes } from 'node:crypto'

const app = express()
app.use(express.json(), cookieParser())

const WEEK = 7 * 24 * 60 * 60 * 1000
const cookie = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' }

let chains = []
const sha = (token) => createHash('sha256').update(token).digest('hex')

const send = (res, chain) => {
  const token = randomBytes(32).toString('base64url')
  chain.links.push(sha(token))
  res.cookie('rt', token, { ...cookie, maxAge: chain.end - Date.now() })
  res.set('Cache-Control', 'no-store')
  res.json({ accessToken: jwt.sign({ username: chain.username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' }) })
}

app.post('/login', (req, res) => {
  const chain = { username: req.body.username, links: [], end: Date.now() + WEEK }
  chains = chains.filter(({ end }) => end > Date.now())
  chains.push(chain)
  send(res, chain)
})

app.post('/token', (req, res) => {
  const link = sha(req.cookies.rt ?? '')
  const chain = chains.find(({ links, end }) => links.includes(link) && end > Date.now())
  if (chain?.links.at(-1) === link) return send(res, chain)
  chains = chains.filter((other) => other !== chain)
  res.clearCookie('rt', cookie).status(403).json({ error: 'Forbidden' })
})

app.post('/logout', (req, res) => {
  const link = sha(req.cookies.rt ?? '')
  chains = chains.filter(({ links }) => !links.includes(link))
  res.clearCookie('rt', cookie).sendStatus(204)
})

app.get('/me', (req, res) => {
  const token = req.headers.authorization?.replace('Bearer ', '')
  try {
    const { username } = jwt.verify(token, process.env.ACCESS_TOKEN_SECRET)
    res.json({ username })
  } catch {
    res.status(401).json({ error: 'Unauthorized' })
  }
})

app.listen(3000)
