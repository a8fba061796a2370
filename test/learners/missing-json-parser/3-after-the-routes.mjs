import express from 'express'

const app = express()
const PORT = process.env.PORT || 4000
let refreshTokens = []

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.send({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', (req, res) => {
  const token = req.body?.refreshToken
  if (token && refreshTokens.includes(token)) {
    res.send({ accessToken: 'newAccess123' })
  } else {
    res.status(403).send({ error: 'Forbidden' })
  }
})

app.use(express.json()) // here

app.listen(PORT, () => {
  console.log(`auth server on ${PORT}`)
})
