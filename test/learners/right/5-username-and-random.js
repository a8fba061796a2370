const express = require("express")
const crypto = require("crypto")

const app = express()
app.use(express.json())

// "ada.4f0c…" so that I can see in the console whose token it is
let refreshTokens = []

app.post("/login", (req, res) => {
  const secretPart = crypto.randomBytes(32).toString("hex")
  const refreshToken = req.body.username + "." + secretPart
  refreshTokens.push(refreshToken)
  console.log(refreshTokens)
  res.json({ accessToken: "access123", refreshToken })
})

app.post("/token", (req, res) => {
  const found = refreshTokens.find((t) => t === req.body.refreshToken)
  if (!found) return res.status(403).json({ error: "Forbidden" })
  const [username] = found.split(".")
  console.log(username, "renews")
  res.json({ accessToken: "newAccess123" })
})

app.post("/logout", (req, res) => {
  refreshTokens = refreshTokens.filter((t) => t !== req.body.refreshToken)
  res.sendStatus(204)
})

app.listen(3000)
