const express = require('express')
const { saveToken } = require('./store')

const app = express()

app.post('/login', (req, res) => {
  const refreshToken = 'refresh123'
  saveToken(refreshToken, () => {
    res.json({ accessToken: 'access123', refreshToken })
  })
})

app.listen(3000)
