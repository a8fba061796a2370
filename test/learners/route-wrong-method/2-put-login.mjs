import express from 'express'

export const refreshTokens = []

const app = express()

app.put('/login', (req, res) => { // here
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.listen(3000)
