const express = require('express')

let refreshTokens = []
let dbReady = false // TODO connect mongo here

function waitForDb() {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (dbReady) {
        clearInterval(timer)
        resolve()
      }
    }, 100)
  })
}

async function main() {
  await waitForDb() // here

  const app = express()
  app.use(express.json())
  app.post('/login', (req, res) => {
    refreshTokens.push('refresh123')
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
  })
  app.post('/token', (req, res) => {
    if (refreshTokens.includes(req.body?.refreshToken)) return res.json({ accessToken: 'newAccess123' })
    return res.status(403).json({ error: 'Forbidden' })
  })
  app.listen(3000)
}

main().catch(console.error)
