const express = require('express')
const crypto = require('crypto')
const jwt = require('jsonwebtoken')

const table = []
const tick = () => new Promise((resolve) => setTimeout(resolve, 5))

// like SQL: every call is a round trip, but one UPDATE ... WHERE is atomic
const sql = {
  async select (where) {
    await tick()
    const row = table.find(where)
    return row && { ...row }
  },
  async insert (row) {
    await tick()
    table.push(row)
  },
  async update (where, set) {
    await tick()
    let count = 0
    for (const row of table) {
      if (where(row)) {
        Object.assign(row, set)
        count++
      }
    }
    return count
  },
  async remove (where) {
    await tick()
    for (let i = table.length - 1; i >= 0; i--) if (where(table[i])) table.splice(i, 1)
  }
}

const hash = (t) => crypto.createHash('sha256').update('' + t).digest('hex')

async function issue (username, family, expires) {
  const refreshToken = crypto.randomBytes(32).toString('hex')
  await sql.insert({ hash: hash(refreshToken), username, family, expires, used: false })
  return { accessToken: jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' }), refreshToken }
}

const app = express()
app.use(express.json())

app.post('/login', async (req, res) => {
  res.json(await issue(req.body.username, crypto.randomUUID(), Date.now() + 7 * 86400000))
})

app.post('/token', async (req, res) => {
  const h = hash(req.body?.refreshToken)
  const row = await sql.select((r) => r.hash === h)
  if (!row || row.expires < Date.now()) return res.status(403).json({ error: 'Forbidden' })

  if (row.used) {
    await sql.remove((r) => r.family === row.family)
    return res.status(403).json({ error: 'Forbidden' })
  }
  // UPDATE tokens SET used = true WHERE hash = ?
  await sql.update((r) => r.hash === h, { used: true }) // here
  res.json(await issue(row.username, row.family, row.expires))
})

app.post('/logout', async (req, res) => {
  const h = hash(req.body?.refreshToken)
  const row = await sql.select((r) => r.hash === h)
  if (row) await sql.remove((r) => r.family === row.family)
  res.status(204).end()
})

app.get('/me', (req, res) => {
  const [, token] = (req.headers.authorization || '').split(' ')
  try {
    const { username } = jwt.verify(token, process.env.ACCESS_TOKEN_SECRET)
    res.json({ username })
  } catch {
    res.status(401).json({ error: 'Unauthorized' })
  }
})

app.listen(3000)
