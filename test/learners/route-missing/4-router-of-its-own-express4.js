const express = require('express')
const app = express()
const authRouter = express.Router()
const logoutRouter = express.Router() // here
let refreshTokens = []

app.use(express.json())
authRouter.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})
authRouter.post('/token', (req, res) => {
  if (!refreshTokens.includes(req.body.refreshToken)) return res.status(403).json({ error: 'Forbidden' })
  res.json({ accessToken: 'newAccess123' })
})
logoutRouter.post('/logout', (req, res) => {
  refreshTokens = refreshTokens.filter((t) => t !== req.body.refreshToken)
  res.sendStatus(204)
})
app.use(authRouter)
app.listen(3000)
