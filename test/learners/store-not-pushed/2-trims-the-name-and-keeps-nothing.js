const express = require("express");
const app = express();
app.use(express.json());
const refreshTokens = [];
function nameFor(username) {
  username = username.trim();
  return username;
}
app.post("/login", (req, res) => { // here
  nameFor(String(req.body?.username));
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});
app.listen(3000);
