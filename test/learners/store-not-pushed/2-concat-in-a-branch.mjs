import express from 'express'

const app = express()
app.use(express.json())

export const refreshTokens = []

const issue = (user) => ({
  accessToken: 'access123',
  refreshToken: 'refresh123',
  user,
})

// keep track of who is logged in
function remember({ refreshToken }) {
  if (!refreshTokens.includes(refreshToken)) {
    refreshTokens.concat(refreshToken) // here
  }
}

app.post('/login', (req, res) => {
  const tokens = issue(req.body?.username ?? 'guest')
  remember(tokens)
  res.status(200).json(tokens)
})

const port = Number(process.env.PORT ?? 8080)
app.listen(port, () => {
  console.log(`http://localhost:${port}`)
})
