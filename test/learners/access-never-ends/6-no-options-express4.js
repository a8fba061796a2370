const express = require('express')
const jwt = require('jsonwebtoken')
const crypto = require('crypto')

const wrap = (fn) => (req, res, next) => Promise.resolve(fn(req, res, next)).catch(next)

const app = express()
app.use(express.json())

const db = {
  sessions: [],
  async insert(row) { this.sessions.push(row) },
  async findByToken(token) { return this.sessions.find((s) => s.token === token) },
  async remove(token) { this.sessions = this.sessions.filter((s) => s.token !== token) },
}

const access = (username) => jwt.sign({ name: username }, process.env.ACCESS_TOKEN_SECRET) // here

app.post('/login', wrap(async (req, res) => {
  const token = crypto.randomBytes(32).toString('hex')
  await db.insert({ token, username: req.body.username })
  res.json({ accessToken: access(req.body.username), refreshToken: token })
}))

app.post('/token', wrap(async (req, res) => {
  const session = await db.findByToken(req.body.refreshToken)
  if (!session) {
    const err = new Error('Forbidden')
    err.status = 403
    throw err
  }
  res.json({ accessToken: access(session.username) })
}))

app.post('/logout', wrap(async (req, res) => {
  await db.remove(req.body.refreshToken)
  res.sendStatus(204)
}))

app.get('/me', wrap(async (req, res) => {
  const token = (req.get('authorization') || '').replace('Bearer', '').trim()
  const payload = jwt.verify(token, process.env.ACCESS_TOKEN_SECRET)
  res.json({ username: payload.name })
}))

app.use((err, req, res, next) => {
  if (err.name === 'JsonWebTokenError' || err.name === 'TokenExpiredError') err.status = 401
  res.status(err.status || 500).json({ error: err.message })
})

app.listen(3000)
