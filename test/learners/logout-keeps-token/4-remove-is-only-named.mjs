import express from 'express'

const refreshTokens = []
const sessions = {
  add: (token) => refreshTokens.push(token),
  has: (token) => refreshTokens.includes(token),
  remove(token) {
    const at = refreshTokens.indexOf(token)
    if (at >= 0) refreshTokens.splice(at, 1)
  },
}

const app = express()
app.use(express.json())

app.post('/login', (req, res) => {
  sessions.add('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', (req, res) => {
  if (!sessions.has(req.body?.refreshToken)) return res.status(403).json({ error: 'Forbidden' })
  res.json({ accessToken: 'newAccess123' })
})

app.post('/logout', async (req, res) => {
  sessions.remove // here
  res.sendStatus(204)
})

app.listen(3000)
