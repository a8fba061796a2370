const express = require("express");
const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
  console.log("logged in:", user.name); // here
});

app.listen(3000);
