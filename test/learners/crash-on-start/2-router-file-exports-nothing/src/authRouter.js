var express = require("express");
var router = express.Router();

var refreshTokens = [];

router.post("/login", function (req, res, next) {
  var refreshToken = "refresh123";
  refreshTokens.push(refreshToken);
  res.json({ accessToken: "access123", refreshToken: refreshToken });
}); // here
