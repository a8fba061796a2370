const express = require("express")
const crypto = require("crypto")
const jwt = require("jsonwebtoken")
const app = express()
app.use(express.json())

// username => { hash, expires }, logging in on a new device logs the old one out
const sessions = new Map()

const sha = (x) => crypto.createHash("sha256").update(x).digest("hex")

function whose(refreshToken) {
  if (!refreshToken) return null
  const hash = sha(refreshToken)
  for (const [username, session] of sessions) {
    if (session.hash === hash) {
      if (session.expires < Date.now()) return null
      return username
    }
  }
  return null
}

app.post("/login", (req, res) => {
  const username = req.body.username
  const refreshToken = crypto.randomUUID() + "-" + crypto.randomUUID()
  sessions.set(username, { hash: sha(refreshToken), expires: Date.now() + 86400 * 3 * 1000 })
  res.json({ accessToken: jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "30m" }), refreshToken })
})

app.post("/token", (req, res) => {
  const username = whose(req.body.refreshToken)
  if (!username) return res.status(403).json({ error: "Forbidden" })
  res.json({ accessToken: jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: "30m" }) })
})

app.post("/logout", (req, res) => {
  const username = whose(req.body.refreshToken)
  if (username) sessions.delete(username)
  res.sendStatus(204)
})

app.get("/me", (req, res) => {
  const token = (req.headers.authorization || "").split(" ")[1]
  jwt.verify(token, process.env.ACCESS_TOKEN_SECRET, (err, user) => {
    if (err) return res.sendStatus(401)
    res.json({ username: user.username })
  })
})

app.listen(3000)
