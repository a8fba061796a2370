const express = require('express')
const routes = require('./routes')

const app = express()
const refreshTokens = []
app.use(express.json())
app.use(routes.router)
app.listen(3000)
module.exports = { refreshTokens }
