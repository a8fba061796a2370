const express = require('express')

const refreshTokens = []
const app = express()

let saved = false
function save (token) {
  setTimeout(() => {
    refreshTokens.push(token)
    saved = true
  }, 50)
}

app.post('/login', async (req, res) => {
  save('refresh123')
  while (!saved) await null // here
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

module.exports = app
