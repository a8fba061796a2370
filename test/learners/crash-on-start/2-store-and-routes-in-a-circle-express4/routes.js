const { Router } = require('express')
const { refreshTokens } = require('./app') // here

const router = Router()
console.log('tokens so far:', refreshTokens.length)
router.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})
module.exports = { router }
