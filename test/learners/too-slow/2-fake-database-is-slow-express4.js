const express = require('express')
const { setTimeout: wait } = require('timers/promises')

const refreshTokens = []

const db = {
  async findUser (name) {
    await wait(3600) // here
    return { name }
  }
}

const app = express()
app.use(express.json())
app.post('/login', async (req, res) => {
  const user = await db.findUser(req.body.username)
  refreshTokens.push('refresh123')
  res.json({ name: user.name, accessToken: 'access123', refreshToken: 'refresh123' })
})
app.listen(3000)
