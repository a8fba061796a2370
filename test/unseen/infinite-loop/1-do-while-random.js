const express = require('express')
const app = express()

function generate(prefix) {
  let n
  do { // here
    n = Math.floor(Math.random() * 100)
  } while (n !== 123)
  return prefix + n
}

app.post('/login', (req, res) => {
  const accessToken = generate('access')
  const refreshToken = generate('refresh')
  res.json({ accessToken, refreshToken })
})

app.listen(3000)
