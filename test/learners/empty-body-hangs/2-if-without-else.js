const express = require("express");
const app = express();
app.use(express.json());

let refreshTokens = [];

app.post("/login", (req, res) => { // here
  const body = req.body;
  if (body) {
    refreshTokens.push("refresh123");
    res.status(201).json({ accessToken: "access123", refreshToken: "refresh123" });
  }
});

app.listen(3000);
