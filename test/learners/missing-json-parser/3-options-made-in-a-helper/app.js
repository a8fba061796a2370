const express = require("express");
const { limitsOf } = require("./limits");

const refreshTokens = [];
const server = express();

server.use(express.json(limitsOf("api"))); // here

server.post("/login", (request, response) => {
  refreshTokens.push("refresh123");
  response.json({ accessToken: "access123", refreshToken: "refresh123" });
});

server.post("/token", (request, response) => {
  const known = refreshTokens.includes(request.body?.refreshToken);
  if (known) response.json({ accessToken: "newAccess123" });
  else response.status(403).json({ error: "Forbidden" });
});

server.listen(3000);
