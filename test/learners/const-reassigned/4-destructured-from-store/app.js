const express = require('express')
const authRoutes = require('./auth')

const app = express()
app.use(express.json())
app.use(authRoutes)

const server = app.listen(3000, () => {
  console.log('listening', server.address().port)
})
