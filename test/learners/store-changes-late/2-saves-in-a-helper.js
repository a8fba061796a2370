const express = require("express");
const app = express();
app.use(express.json());

const refreshTokens = [];

// pretend this is a database
function saveToken(token) {
  return new Promise((resolve) => {
    setTimeout(() => {
      refreshTokens.push(token);
      resolve();
    }, 150);
  });
}

app.post("/login", (req, res) => {
  const refreshToken = "refresh123";
  res.json({ accessToken: "access123", refreshToken }); // here
  saveToken(refreshToken).then(() => console.log("saved"));
});

app.listen(3000);
