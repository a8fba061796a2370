const express = require('express')
const app = express()
app.use(express.json())

app.post('/login', function handleLogin (req, res) {
  const accessToken = 'access123'
  const refreshToken = 'refresh123'
  res.status(200).json({ accessToken: 'Bearer ' + accessToken, refreshToken }) // here
})

app.listen(3000)
