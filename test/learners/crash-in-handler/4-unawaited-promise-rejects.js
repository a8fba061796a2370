const express = require('express')
const app = express()
app.use(express.json())

let refreshTokens = []

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', (req, res) => {
  const { refreshToken } = req.body
  if (!refreshTokens.includes(refreshToken)) return res.status(403).json({ error: 'Forbidden' })
  res.json({ accessToken: 'newAccess123' })
})

async function removeToken (token) {
  const list = await loadTokens()
  refreshTokens = list.filter(t => t !== token)
}

async function loadTokens () {
  return refreshTokens.map(t => t.value.trim()) // here
}

app.post('/logout', (req, res) => {
  removeToken(req.body.refreshToken).then(() => res.sendStatus(204))
})

app.listen(3000)
