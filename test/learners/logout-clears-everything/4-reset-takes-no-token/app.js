const express = require('express')
const sessions = require('./sessions')

const app = express()
app.use(express.json())

app.post('/login', (req, res) => {
  sessions.open('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', (req, res) => {
  const { refreshToken } = req.body ?? {}
  if (!sessions.isOpen(refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' })
  }
  res.json({ accessToken: 'newAccess123' })
})

app.post('/logout', (req, res) => {
  const { refreshToken } = req.body ?? {}
  if (sessions.isOpen(refreshToken)) {
    sessions.reset(refreshToken) // here
  }
  res.status(204).end()
})

app.listen(3000)
