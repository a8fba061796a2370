var express = require('express')
  , app = express()
  , refreshTokens = []

app.use(express.urlencoded({ extended: false }))
app.use(express.json())

app.post('/login', function login (req, res, next) {
  refreshTokens[refreshTokens.length] = 'refresh123'
  res.send({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.listen(process.env.PORT || 3000)
