import express from 'express'
import { randomUUID } from 'crypto'
import * as jose from 'jose'

const accessKey = new TextEncoder().encode(process.env.ACCESS_TOKEN_SECRET)
const refreshKey = new TextEncoder().encode(process.env.REFRESH_TOKEN_SECRET)

const live = new Set() // the jti of each login

const sign = (claims, key, time, jti) =>
  (time ? new jose.SignJWT(claims).setExpirationTime(time) : new jose.SignJWT(claims))
    .setProtectedHeader({ alg: 'HS512' })
    .setIssuedAt()
    .setJti(jti)
    .sign(key)

const access = (username) => sign({ username }, accessKey, '15m', randomUUID())

const refresh = async (username) => {
  const jti = randomUUID()
  const token = await sign({ username }, refreshKey, null, jti) // here
  live.add(jti)
  return token
}

const app = express()
app.use(express.json())

app.post('/login', async (req, res) => {
  const { username } = req.body
  const [accessToken, refreshToken] = await Promise.all([access(username), refresh(username)])
  res.json({ accessToken, refreshToken })
})

app.post('/token', async (req, res) => {
  try {
    const { payload } = await jose.jwtVerify(req.body.refreshToken, refreshKey)
    if (!live.has(payload.jti)) throw new Error('logged out')
    res.json({ accessToken: await access(payload.username) })
  } catch {
    res.status(403).json({ error: 'Forbidden' })
  }
})

app.post('/logout', async (req, res) => {
  try {
    const { payload } = await jose.jwtVerify(req.body.refreshToken, refreshKey)
    live.delete(payload.jti)
  } finally {
    res.sendStatus(204)
  }
})

app.get('/me', async (req, res) => {
  try {
    const { payload } = await jose.jwtVerify(req.headers.authorization.slice(7), accessKey)
    res.json({ username: payload.username })
  } catch {
    res.status(401).json({ error: 'Unauthorized' })
  }
})

app.use((err, req, res, next) => {
  console.log(err.message)
  if (!res.headersSent) res.status(500).end()
})

app.listen(3000)
