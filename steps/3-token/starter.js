const express = require("express");

const app = express();

// let, because step 4 puts a new array in its place.
let refreshTokens = [];

app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.listen(3000, (error) => {
  if (error) throw error; // for example: port 3000 is taken
  console.log("Listening on http://localhost:3000");
});

// Step 3: read JSON bodies with express.json().
// POST /token looks for the body's refreshToken
// in refreshTokens. Found: accessToken "newAccess123".
// Not found: 403 with { error: "Forbidden" }.
