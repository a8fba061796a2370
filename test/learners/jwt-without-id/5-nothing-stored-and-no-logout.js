const express = require("express");
const jwt = require("jsonwebtoken");

const app = express();
app.use(express.json());

const secret = process.env.REFRESH_TOKEN_SECRET;

app.post("/login", (req, res) => {
  const name = req.body.username;
  const accessToken = jwt.sign({ name, kind: "access" }, process.env.ACCESS_TOKEN_SECRET);
  const refreshToken = jwt.sign({ name, kind: "refresh" }, secret); // here
  res.json({ accessToken, refreshToken });
});

app.post("/token", (req, res) => {
  try {
    const { name } = jwt.verify(req.body.refreshToken, secret);
    res.json({ accessToken: jwt.sign({ name, kind: "access" }, process.env.ACCESS_TOKEN_SECRET) });
  } catch {
    res.sendStatus(401);
  }
});

app.listen(4000);
