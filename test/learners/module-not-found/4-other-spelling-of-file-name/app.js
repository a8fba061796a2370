'use strict'
const http = require('http')
const express = require('express')
const tokenStore = require('./token-store') // here

const app = express()
app.use(express.json())

app.post('/login', (req, res) => {
  tokenStore.add('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', (req, res) => {
  const { refreshToken } = req.body
  if (tokenStore.has(refreshToken)) {
    res.json({ accessToken: 'newAccess123' })
  } else {
    res.status(403).json({ error: 'Forbidden' })
  }
})

app.post('/logout', (req, res) => {
  const { refreshToken } = req.body
  tokenStore.remove(refreshToken)
  res.sendStatus(204)
})

http.createServer(app).listen(3000)
