import express from 'express'
import { setTimeout as sleep } from 'node:timers/promises'

const refreshTokens = []

async function save(token) {
  await sleep(10)
  refreshTokens.push(token)
}

const app = express()

app.post('/login', async (req, res, next) => {
  try {
    await save('refresh123')
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
  } catch (err) {
    next(err)
  }
})

app.listen(0)
