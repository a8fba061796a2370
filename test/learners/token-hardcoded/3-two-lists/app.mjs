import express from 'express'
import config from './config.mjs'
import * as tokens from './tokens.mjs'

const app = express()
app.use(express.json())

app.post('/login', (req, res) => {
  const { access: accessToken, refresh: refreshToken } = config.tokens
  tokens.add(refreshToken)
  res.json({ accessToken, refreshToken })
})

app.post('/token', (req, res) => {
  if (!tokens.accepts(req.body?.refreshToken)) {
    return res.status(403).json({ error: 'Forbidden' })
  }
  res.json({ accessToken: config.tokens.renewed })
})

app.listen(config.port, () => {
  console.log('book swap api on port', config.port)
})
