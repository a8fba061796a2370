const express = require("Express"); // here

const server = express();

server.post("/login", (req, res) => {
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

server.listen(3000);
