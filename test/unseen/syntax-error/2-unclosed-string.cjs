var express = require("express")
var app = express()
var refreshTokens = []

app.post("/login", function (req, res) {
  var access = "access123"
  var refresh = "refresh123 // here
  refreshTokens.push(refresh)
  res.json({ accessToken: access, refreshToken: refresh })
})

app.listen(80)
