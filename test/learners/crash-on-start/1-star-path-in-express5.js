const express = require('express')
const app = express()

app.post('/login', (req, res) => {
  res.send({ accessToken: 'access123', refreshToken: 'refresh123' })
})

// everything else
app.all('*', (req, res) => { // here
  res.status(404).send({ error: 'Not found' })
})

app.listen(3000)
