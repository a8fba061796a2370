const express = require("express");

const app = express();
app.use(express.json());

// let, because step 4 puts a new array in its place.
let refreshTokens = [];

app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req, res) => {
  // ?. because a request may come without a body.
  const refreshToken = req.body?.refreshToken;
  if (!refreshTokens.includes(refreshToken)) {
    return res.status(403).json({ error: "Forbidden" });
  }
  res.json({ accessToken: "newAccess123" });
});

app.listen(3000, (error) => {
  if (error) throw error; // for example: port 3000 is taken
  console.log("Listening on http://localhost:3000");
});

// Step 4: POST /logout removes the body's refreshToken
// from refreshTokens and answers 204 without a body.
// Other people's tokens stay.
