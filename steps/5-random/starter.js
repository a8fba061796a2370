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

app.post("/logout", (req, res) => {
  const refreshToken = req.body?.refreshToken;
  refreshTokens = refreshTokens.filter((token) => token !== refreshToken);
  res.status(204).end();
});

app.listen(3000, (error) => {
  if (error) throw error; // for example: port 3000 is taken
  console.log("Listening on http://localhost:3000");
});

// Step 5: each login gives out a refresh token of its own,
// made of 32 random bytes that nobody can guess.
