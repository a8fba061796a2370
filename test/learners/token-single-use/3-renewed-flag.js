import express from 'express'

const app = express()
app.use(express.json())

let refreshTokens = []
let renewed = false

app.post('/login', (req, res) => {
  renewed = false
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', (req, res) => {
  const { refreshToken } = req.body ?? {}
  if (refreshTokens.includes(refreshToken) && !renewed) { // here
    renewed = true
    res.json({ accessToken: 'newAccess123' })
  } else {
    res.status(403).json({ error: 'Forbidden' })
  }
})

app.listen(3000, () => console.log('server ready'))
