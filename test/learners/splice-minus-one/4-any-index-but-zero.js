const express = require("express");
const app = express();

const refreshTokens = [];

app.use(express.json());
app.use(function (req, res, next) {
  console.log(req.method + " " + req.url);
  next();
});

app.post("/login", function (req, res) {
  refreshTokens.push("refresh123");
  res.send({
    accessToken: "access123",
    refreshToken: "refresh123",
  });
});

app.post("/token", function (req, res) {
  const refreshToken = req.body.refreshToken;
  if (refreshTokens.indexOf(refreshToken) < 0) {
    return res.status(403).send({ error: "Forbidden" });
  }
  res.send({ accessToken: "newAccess123" });
});

app.post("/logout", function (req, res) {
  const index = refreshTokens.indexOf(req.body.refreshToken);
  if (index) { // here
    refreshTokens.splice(index, 1);
  }
  res.sendStatus(204);
});

app.listen(3000);
