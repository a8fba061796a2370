import express from 'express'
import { createServer } from 'node:http'

const app = express()
app.use(express.json())

let refreshTokens = []

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', (req, res) => {
  const { refreshToken } = req.body ?? {}
  refreshTokens.includes(refreshToken)
    ? res.json({ accessToken: 'newAccess123' })
    : res.status(403).json({ error: 'Forbidden' })
})

app.post('/logout', (req, res) => {
  const { refreshToken } = req.body ?? {}
  refreshTokens = refreshTokens.filter(t => !(t !== refreshToken)) // here
  res.status(204).end()
})

createServer(app).listen(8080)
