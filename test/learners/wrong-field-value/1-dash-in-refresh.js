const express = require('express')
const app = express()

const tokens = {
  accessToken: 'access123',
  refreshToken: 'refresh-123' // here
}

app.post('/login', (req, res) => res.json(tokens))

app.listen(3000)
