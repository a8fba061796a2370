// check: wrong-status | handler-throws
const app = require("express")();
app.post("/login", (req, res) => {
  res.statusCode = 999;
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});
app.listen(3000);
