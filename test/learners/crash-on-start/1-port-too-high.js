const express = require("express");
const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.listen(70000); // here
