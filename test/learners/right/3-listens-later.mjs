import express from 'express'

const app = express()
app.use(express.json())

const refreshTokens = []

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', ({ body }, res) => {
  const ok = refreshTokens.includes(body?.refreshToken)
  res.status(ok ? 200 : 403).json(ok ? { accessToken: 'newAccess123' } : { error: 'Forbidden' })
})

async function connectDb() {
  return new Promise((resolve) => setTimeout(resolve, 150))
}

connectDb().then(() => {
  console.log('db connected')
  app.listen(process.env.PORT || 3000)
})
