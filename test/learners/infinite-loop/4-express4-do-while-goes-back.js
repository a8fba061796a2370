const express = require("express")
const app = express()
app.use(express.json())
var refreshTokens = []

app.post("/login", (req, res) => {
    refreshTokens.push("refresh123")
    res.json({ accessToken: "access123", refreshToken: "refresh123" })
})

app.post("/token", (req, res) => {
    var ok = false
    refreshTokens.forEach(t => { if (t === req.body.refreshToken) ok = true })
    if (ok) res.json({ accessToken: "newAccess123" })
    else res.status(403).json({ error: "Forbidden" })
})

app.post("/logout", (req, res) => {
    var rest = refreshTokens.slice()
    var i = 0
    do { // here
        if (rest[i] === req.body.refreshToken) {
            rest.splice(i, 1)
            i--
        }
    } while (i < rest.length || rest.length > 0)
    refreshTokens = rest
    res.status(204).end()
})

app.listen(3000)
