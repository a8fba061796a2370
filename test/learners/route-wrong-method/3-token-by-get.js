const express = require("express")
const app = express()
app.use(express.json())
let refreshTokens = []

app.get("/token", (req, res) => { // here
    const refreshToken = req.body && req.body.refreshToken
    if (!refreshTokens.includes(refreshToken)) return res.status(403).json({ error: "Forbidden" })
    return res.json({ accessToken: "newAccess123" })
})

app.post("/login", (req, res) => {
    refreshTokens.push("refresh123")
    return res.json({ accessToken: "access123", refreshToken: "refresh123" })
})

app.listen(80)
