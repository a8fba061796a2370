import express from 'express'

let refreshTokens = '' // here

const app = express()
app.post('/login', (req, res) => {
  refreshTokens = 'refresh123'
  res.json({ accessToken: 'access123', refreshToken: refreshTokens })
})
app.listen(3000)
