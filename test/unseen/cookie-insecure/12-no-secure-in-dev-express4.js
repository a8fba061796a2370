const express = require('express')
const cookieParser = require('cookie-parser')
const crypto = require('crypto')
const fs = require('fs')
const jwt = require('jsonwebtoken')

const app = express()

const whitelist = ['http://localhost:3000', 'https://www.yoursite.com']

// Access Control Allow Credentials
const credentials = (req, res, next) => {
  const origin = req.headers.origin
  if (whitelist.indexOf(origin) !== -1) {
    res.header('Access-Control-Allow-Credentials', true)
    res.header('Access-Control-Allow-Origin', origin)
    res.header('Access-Control-Allow-Headers', 'Content-Type, Authorization')
    res.header('Access-Control-Allow-Methods', 'GET, POST')
  }
  res.header('Vary', 'Origin')
  if (req.method === 'OPTIONS') return res.sendStatus(204)
  next()
}

app.use(credentials)
app.use(express.json())
app.use(cookieParser())

const usersDB = {
  path: './usersDB.json',
  users: [],
  setUsers: function (data) {
    this.users = data
    fs.writeFileSync(this.path, JSON.stringify(this.users))
  },
}
if (fs.existsSync(usersDB.path)) usersDB.users = JSON.parse(fs.readFileSync(usersDB.path, 'utf8'))

const hash = (token) => crypto.createHash('sha256').update(token).digest('hex')
const EIGHT_DAYS = 8 * 24 * 60 * 60 * 1000

const sendTokens = (res, user, family) => {
  const refreshToken = crypto.randomBytes(64).toString('hex')
  const entry = {
    username: user,
    family,
    hash: hash(refreshToken),
    expires: Date.now() + EIGHT_DAYS,
    rotated: false,
  }
  usersDB.setUsers([...usersDB.users, entry])
  const accessToken = jwt.sign({ UserInfo: { username: user } }, process.env.ACCESS_TOKEN_SECRET, {
    expiresIn: '10m',
  })
  res.cookie('jwt', refreshToken, { httpOnly: true, sameSite: 'Strict', maxAge: EIGHT_DAYS }) // here
  res.set('Cache-Control', 'no-store').json({ accessToken })
}

const handleLogin = (req, res) => {
  const { username: user } = req.body
  if (!user) return res.status(400).json({ message: 'Username and password are required.' })
  sendTokens(res, user, crypto.randomUUID())
}

const handleRefreshToken = (req, res) => {
  const cookies = req.cookies
  if (!cookies?.jwt) return res.sendStatus(401)
  const foundUser = usersDB.users.find((person) => person.hash === hash(cookies.jwt))
  if (!foundUser) return res.sendStatus(403) // Forbidden
  if (foundUser.rotated) {
    usersDB.setUsers(usersDB.users.filter((person) => person.family !== foundUser.family))
    return res.sendStatus(403)
  }
  if (foundUser.expires < Date.now()) return res.sendStatus(403)
  foundUser.rotated = true
  sendTokens(res, foundUser.username, foundUser.family)
}

const handleLogout = (req, res) => {
  // On client, also delete the accessToken
  const cookies = req.cookies
  if (!cookies?.jwt) return res.sendStatus(204) // No content
  const foundUser = usersDB.users.find((person) => person.hash === hash(cookies.jwt))
  if (foundUser) usersDB.setUsers(usersDB.users.filter((person) => person.family !== foundUser.family))
  res.clearCookie('jwt', { httpOnly: true, secure: true, sameSite: 'Strict' })
  res.sendStatus(204)
}

const verifyJWT = (req, res, next) => {
  const authHeader = req.headers.authorization || req.headers.Authorization
  if (!authHeader?.startsWith('Bearer ')) return res.sendStatus(401)
  jwt.verify(authHeader.split(' ')[1], process.env.ACCESS_TOKEN_SECRET, (err, decoded) => {
    if (err) return res.sendStatus(403) // invalid token
    req.user = decoded.UserInfo.username
    next()
  })
}

app.post('/login', handleLogin)
app.post('/token', handleRefreshToken)
app.post('/logout', handleLogout)
app.get('/me', verifyJWT, (req, res) => res.json({ username: req.user }))

app.listen(3500, () => console.log('Server running on port 3500'))
