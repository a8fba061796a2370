const express = require('express')
const app = express()

const refreshTokens = []

app.post('/login', (req, res) => {
  const access = 'access123'
  const refreshToken = 'refresh123'
  refreshTokens.push(refreshToken)
  res.json({ access, refreshToken }) // here
})

app.listen(3000, () => console.log('listening'))
