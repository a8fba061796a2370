const express = require("express"); // here
const app = express();

app.use(express.json());

const refreshTokens = [];

app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.listen(3000, () => console.log("Server is running on port 3000"));
