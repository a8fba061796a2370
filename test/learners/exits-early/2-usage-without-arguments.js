#!/usr/bin/env node
const express = require('express')

if (process.argv.length < 3) {
  console.log('usage: node app.js <port>')
  process.exit() // here
}

const port = process.argv[2]
const refreshTokens = []
const app = express()

app.post('/login', (req, res) => {
  refreshTokens[refreshTokens.length] = 'refresh123'
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.listen(port)
