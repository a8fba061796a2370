const express = require('express')
const auth = require('./auth')

const app = express()
app.use(express.json())

app.post('/login', async (req, res) => {
  const tokens = await auth.login(req.body)
  if (tokens) res.json(tokens)
})

app.listen(3000)
