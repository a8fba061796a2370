import express from 'express'
import { SignJWT, jwtVerify } from 'jose'

const app = express()
app.use(express.json())

const key = new TextEncoder().encode(process.env.ACCESS_TOKEN_SECRET)
const sessions = new Map()

async function hashToken(token) {
  const bytes = new TextEncoder().encode(token)
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return Buffer.from(digest).toString('hex')
}

function randomToken() {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return Buffer.from(bytes).toString('base64url')
}

const accessTokenFor = (username) =>
  new SignJWT({})
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(username)
    .setIssuedAt()
    .setExpirationTime('15m')
    .sign(key)

app.post('/login', async (req, res) => {
  const { username } = req.body
  const refreshToken = randomToken()
  sessions.set(await hashToken(refreshToken), { username, expiresAt: Date.now() + 7 * 24 * 3600 * 1000 })
  res.json({ accessToken: await accessTokenFor(username), refreshToken })
})

app.post('/token', async (req, res) => {
  const session = sessions.get(await hashToken(req.body.refreshToken ?? ''))
  if (!session || session.expiresAt < Date.now()) return res.status(403).json({ error: 'Forbidden' })
  res.json({ accessToken: await accessTokenFor(session.username) })
})

app.post('/logout', async (req, res) => {
  sessions.delete(await hashToken(req.body.refreshToken ?? ''))
  res.sendStatus(204)
})

app.get('/me', async (req, res) => {
  const token = req.headers.authorization?.split(' ')[1]
  if (!token) return res.status(401).json({ error: 'Unauthorized' })
  try {
    const { payload } = await jwtVerify(token, key)
    res.json({ username: payload.sub })
  } catch {
    res.status(401).json({ error: 'Unauthorized' })
  }
})

app.listen(3000)
