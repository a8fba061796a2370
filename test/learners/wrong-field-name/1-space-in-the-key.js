const express = require("express")
const app = express()

app.post("/login", (req, res) => {
    res.send({ "accessToken ": "access123", "refreshToken": "refresh123" }) // here
})

app.listen(8080)
