const express = require('express')
const app = express()
app.use(express.json())

let refreshTokens = []

// pretend these talk to a database
const db = {
  insert: t => new Promise(ok => setImmediate(() => { refreshTokens.push(t); ok() })),
  find: t => new Promise(ok => setImmediate(() => ok(refreshTokens.find(x => x === t)))),
  remove: t => Promise.resolve().then(() => { refreshTokens = refreshTokens.filter(x => x !== t) }),
}

app.post('/login', (req, res, next) => {
  db.insert('refresh123')
    .then(() => res.json({ accessToken: 'access123', refreshToken: 'refresh123' }))
    .catch(next)
})

app.post('/token', (req, res, next) => {
  const { refreshToken } = req.body || {}
  db.find(refreshToken)
    .then(found => {
      if (!found) return res.status(403).json({ error: 'Forbidden' })
      res.json({ accessToken: 'newAccess123' })
    })
    .catch(next)
})

app.post('/logout', (req, res, next) => {
  const { refreshToken } = req.body || {}
  db.remove(refreshToken).then(() => res.sendStatus(204)).catch(next)
})

setTimeout(() => app.listen(3000), 100)
