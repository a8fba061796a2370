const express = require('express')
const app = express()
const port = 3000

app.use(express.json())

const refreshTokens = []

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', (req, res) => {
  const { refreshToken } = req.body
  if (refreshTokens.includes(refreshToken)) {
    res.json({ accessToken: 'newAccess123' })
  } else {
    res.status(403).json({ error: 'Forbidden' })
  }
})

app.post('/logout', (req, res) => {
  const { refreshToken } = req.body
  const index = refreshTokens.indexOf(refreshToken)
  if (index > -1) {
    refreshTokens.splice(index, 1)
  }
  res.status(204).send()
})

app.listen(port, () => {
  console.log(`Example app listening on port ${port}`)
})
