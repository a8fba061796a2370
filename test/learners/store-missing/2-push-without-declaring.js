const express = require('express')
const app = express()

app.use(express.json())

app.post('/login', (req, res) => {
  const refreshToken = 'refresh123'
  refreshTokens.push(refreshToken) // here
  res.json({ accessToken: 'access123', refreshToken })
})

app.listen(3000, () => console.log('server on 3000'))
