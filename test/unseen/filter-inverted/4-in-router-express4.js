const express = require('express')
const router = express.Router()
let refreshTokens = []

router.route('/login').post((req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})
router.route('/token').post((req, res) => {
  const { refreshToken } = req.body
  if (refreshTokens.indexOf(refreshToken) === -1) return res.status(403).json({ error: 'Forbidden' })
  res.json({ accessToken: 'newAccess123' })
})
router.route('/logout').post((req, res) => {
  const { refreshToken } = req.body
  refreshTokens = refreshTokens.filter(t => !(t !== refreshToken)) // here
  res.sendStatus(204)
})

const app = express()
app.use(express.json())
app.use('/', router)
app.listen(3000)
