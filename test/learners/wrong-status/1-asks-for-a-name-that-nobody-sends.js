const express = require("express");

const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  const { name, password } = req.body;
  if (!name || !password) {
    return res.status(400).json({ error: "name and password, please" }); // here
  }
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.listen(3500);
