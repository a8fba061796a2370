import express from 'express'

const app = express()
let refreshTokens = []

app.post('/login', (req, res) => {
  let refreshToken = 'refresh123'
  refreshTokens.push('refreshToken') // here
  res.json({ accessToken: 'access123', refreshToken: refreshToken })
})

app.listen(3000)
