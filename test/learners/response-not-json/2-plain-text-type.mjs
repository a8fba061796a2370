import express from 'express'

const refreshTokens = []
const app = express()

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res
    .type('text/plain') // here
    .send({ accessToken: 'access123', refreshToken: 'refresh123' }.toString())
})

app.listen(3000)
