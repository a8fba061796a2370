const express = require("express");
const app = express();

app.use(express.json());

var refreshTokens = [];

app.post("/login", function(req, res) {
  refreshTokens.push("refresh123");
  res.json({
    accessToken: "access123",
    refreshToken: "refresh123"
  });
});

app.post("/token", function(req, res) {
  var refreshToken = req.body.refreshToken;
  if (refreshToken && refreshTokens) { // here
    res.json({ accessToken: "newAccess123" });
  } else {
    res.status(403).json({ error: "Forbidden" });
  }
});

app.listen(3000, function() {
  console.log("Server started on port 3000");
});
