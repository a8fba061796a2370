const express = require("express");
const app = express();

function sleep(ms) {
  return new Promise((done) => {
    setTimeout(() => {
      done; // here
    }, ms);
  });
}

app.post("/login", async (req, res) => {
  await sleep(20);
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.listen(3000);
