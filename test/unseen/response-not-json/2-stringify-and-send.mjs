import express from 'express'

const app = express()
const refreshTokens = []

app.post('/login', (req, res) => {
  const answer = { accessToken: 'access123', refreshToken: 'refresh123' }
  refreshTokens.push(answer.refreshToken)
  res.send(JSON.stringify(answer)) // here
})

export default app
