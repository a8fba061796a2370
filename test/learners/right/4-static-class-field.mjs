import express, { Router } from 'express'

class TokenStore {
  static refreshTokens = []

  static add(token) { TokenStore.refreshTokens.push(token) }
  static has(token) { return TokenStore.refreshTokens.includes(token) }
  static remove(token) {
    TokenStore.refreshTokens = TokenStore.refreshTokens.filter(t => t !== token)
  }
}

const router = Router()

router.post('/login', (_, res) => {
  TokenStore.add('refresh123')
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

router.post('/token', (req, res) => {
  TokenStore.has(req.body?.refreshToken)
    ? res.json({ accessToken: 'newAccess123' })
    : res.status(403).json({ error: 'Forbidden' })
})

router.post('/logout', (req, res) => {
  TokenStore.remove(req.body?.refreshToken)
  res.status(204).end()
})

const app = express()
app.use(express.json(), router)
export default app
