var express = require("express")
var app = express()
app.use(express.json())

const refreshTokens; // here

app.post("/login", function (req, res) {
    refreshTokens.push("refresh123")
    res.send({ accessToken: "access123", refreshToken: "refresh123" })
})

app.listen(80)
