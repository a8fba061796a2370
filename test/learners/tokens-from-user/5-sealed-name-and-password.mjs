import express from 'express'
import { createHmac, timingSafeEqual } from 'node:crypto'

const people = { ada: 'lovelace', grace: 'hopper', alan: 'turing' }
const key = process.env.REFRESH_TOKEN_SECRET

const seal = (text) => createHmac('sha512', key).update(text).digest('base64url')

class TokenStore {
  #tokens = new Map()

  open(username) {
    const token = seal(`${username}:${people[username]}`) // here
    this.#tokens.set(token, { username, logins: 1 })
    return token
  }

  find(token) {
    for (const [known, session] of this.#tokens) {
      const a = Buffer.from(known)
      const b = Buffer.from(String(token))
      if (a.length === b.length && timingSafeEqual(a, b)) return session
    }
    return null
  }

  close(token) {
    this.#tokens.delete(token)
  }
}

const store = new TokenStore()
const app = express()
app.use(express.json())

app.post('/login', ({ body }, res) => {
  const { username, password } = body ?? {}
  if (people[username] !== password) return res.sendStatus(401)
  res.status(201).json({ accessToken: 'access123', refreshToken: store.open(username) })
})

app.post('/token', ({ body }, res) => {
  const session = store.find(body?.refreshToken)
  if (!session) return res.status(403).json({ error: 'Forbidden' })
  res.json({ accessToken: 'newAccess123', for: session.username })
})

app.post('/logout', ({ body }, res) => {
  store.close(body?.refreshToken)
  res.sendStatus(204)
})

app.listen(8080)
