const express = require("express");
const app = express();

app.post("/login", (req, res) => {
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});
