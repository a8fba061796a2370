const express = require("express");
const app = express();
app.use(express.json());

let refreshTokens = [];

async function save(token) {
  throw new Error("database is down: " + token); // here
}

app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
  save("refresh123");
});

app.listen(3000);
