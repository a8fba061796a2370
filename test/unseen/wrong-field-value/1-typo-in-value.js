const express = require("express");
const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  res.status(200).json({
    accessToken: "acces123", // here
    refreshToken: "refresh123"
  });
});

app.listen(3000);
