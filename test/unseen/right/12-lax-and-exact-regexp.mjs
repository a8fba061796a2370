import cookieParser from 'cookie-parser'
import crypto from 'crypto'
import express from 'express'
import fs from 'fs'
import jwt from 'jsonwebtoken'

const { JWT_SECRET } = process.env
const SUBDOMAINS = /^https:\/\/[a-z]+\.books\.dev$/
const COOKIE = ['refresh', { httpOnly: true, secure: true, sameSite: 'lax', path: '/' }]
const days = n => n * 24 * 60 * 60 * 1000

let memory = []
const disk = 'memory.json'
fs.existsSync(disk) && (memory = JSON.parse(fs.readFileSync(disk, 'utf8')))
const sync = () => fs.writeFileSync(disk, JSON.stringify(memory))

const sha256 = s => crypto.createHash('sha256').update(s).digest('hex')

const app = express()
  .use((req, res, next) => {
    const { origin } = req.headers
    if (SUBDOMAINS.test(origin)) {
      res.set({ 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true', 'Access-Control-Allow-Headers': 'content-type,authorization' })
    }
    res.set('Vary', 'Origin')
    req.method === 'OPTIONS' ? res.sendStatus(204) : next()
  })
  .use(express.json())
  .use(cookieParser())
  .use((req, res, next) => {
    res.locals.hash = sha256(req.cookies.refresh ?? '')
    res.locals.session = memory.find(s => s.all.includes(res.locals.hash))
    res.set('Cache-Control', 'private, no-store')
    next()
  })

const go = (res, session) => {
  const token = crypto.randomBytes(32).toString('hex')
  session.all.push(sha256(token))
  session.end = Date.now() + days(7)
  sync()
  const [name, options] = COOKIE
  res.cookie(name, token, { ...options, expires: new Date(session.end) })
  res.send({ accessToken: jwt.sign({ user: session.user }, JWT_SECRET, { expiresIn: '15m' }) })
}

app.post('/login', (req, res) => {
  const session = { user: req.body.username, all: [] }
  memory.push(session)
  go(res, session)
})

app.post('/token', (req, res) => {
  const { hash, session } = res.locals
  if (!session) return res.sendStatus(401)
  const fine = session.all.at(-1) === hash && Date.now() < session.end
  if (fine) return go(res, session)
  memory = memory.filter(s => s !== session)
  sync()
  res.sendStatus(401)
})

app.post('/logout', (req, res) => {
  memory = memory.filter(s => s !== res.locals.session)
  sync()
  res.clearCookie(...COOKIE).sendStatus(204)
})

app.get('/me', (req, res) => {
  const token = req.headers.authorization?.match(/^Bearer (.+)$/)?.[1]
  try {
    res.send({ username: jwt.verify(token, JWT_SECRET).user })
  } catch {
    res.sendStatus(401)
  }
})

app.listen(3000)
