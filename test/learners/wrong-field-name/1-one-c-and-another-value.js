const express = require("express");

const app = express();
const tokens = () => ({
  acessToken: Buffer.from("ada").toString("base64url"), // here
  refreshToken: "refresh123",
});

app.post("/login", (_req, res) => res.json(tokens()));

app.listen(4000);
