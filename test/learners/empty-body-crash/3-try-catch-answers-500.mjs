import express from 'express'

const app = express()
app.use(express.json())

const refreshTokens = []

app.post('/login', async (req, res) => {
  try {
    refreshTokens.push('refresh123')
    res.status(200).json({ accessToken: 'access123', refreshToken: 'refresh123' })
  } catch (error) {
    res.status(500).json({ message: error.message })
  }
})

app.post('/token', async (req, res) => {
  try {
    const refreshToken = req.body.refreshToken // here
    const exists = refreshTokens.includes(refreshToken)
    if (!exists) {
      return res.status(403).json({ error: 'Forbidden' })
    }
    res.status(200).json({ accessToken: 'newAccess123' })
  } catch (error) {
    res.status(500).json({ message: error.message })
  }
})

app.listen(3000)
