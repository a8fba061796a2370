const express = require('express')
const app = express()

let refreshTokens = []

app.use(express.json())
app.use('/', require('./routes/auth'))
app.get('/debug', (req, res) => res.json(refreshTokens))
app.listen(3000)
