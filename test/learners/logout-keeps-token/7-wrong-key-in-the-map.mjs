import express from 'express'
import { randomUUID } from 'crypto'
import * as jose from 'jose'

const accessKey = new TextEncoder().encode(process.env.ACCESS_TOKEN_SECRET)
const refreshKey = new TextEncoder().encode(process.env.REFRESH_TOKEN_SECRET)

const live = new Map() // jti -> exp

const sign = (claims, key, time, jti) =>
  new jose.SignJWT(claims)
    .setProtectedHeader({ alg: 'HS512' })
    .setIssuedAt()
    .setJti(jti)
    .setExpirationTime(time)
    .sign(key)

const access = (username) => sign({ username }, accessKey, '15m', randomUUID())

const refresh = async (username) => {
  const jti = randomUUID()
  const token = await sign({ username }, refreshKey, '2w', jti)
  live.set(jti, jose.decodeJwt(token).exp)
  return token
}

const forgetOld = () => {
  const now = Date.now() / 1000
  for (const [jti, exp] of live) if (exp < now) live.delete(jti)
}

const app = express()
app.use(express.json())

app.post('/login', async (req, res) => {
  forgetOld()
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
    live.delete(payload) // here
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
