const express = require('express')
const app = express()
app.use(express.json())

let refreshTokens = []
const auth = {
  forget(token) {
    refreshTokens = refreshTokens.filter((t) => t !== token)
  },
  login(req, res) {
    refreshTokens.push('refresh123')
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
  },
  token(req, res) {
    if (!refreshTokens.includes(req.body.refreshToken)) return res.status(403).json({ error: 'Forbidden' })
    res.json({ accessToken: 'newAccess123' })
  },
  logout(req, res) {
    this.forget(req.body.refreshToken) // here
    res.sendStatus(204)
  }
}

app.post('/login', auth.login)
app.post('/token', auth.token)
app.post('/logout', auth.logout)
app.listen(3000)
