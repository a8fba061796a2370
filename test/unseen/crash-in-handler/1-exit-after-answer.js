const express = require('express')
const app = express()

app.post('/login', (req, res) => {
  console.log('login ok, bye')
  process.exit(0) // here
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.listen(3000)
