const express = require("express");

const app = express();

app.post("/login", (req, res) => {
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.listen(3000, (error) => {
  if (error) throw error; // for example: port 3000 is taken
  console.log("Listening on http://localhost:3000");
});
