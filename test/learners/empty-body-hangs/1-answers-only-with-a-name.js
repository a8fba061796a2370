const express = require("express");
const app = express();
app.use(express.json());

app.post("/login", (req, res) => { // here
  if (req.body?.username) {
    res.json({ accessToken: "access123", refreshToken: "refresh123" });
  }
});

app.listen(3000);
