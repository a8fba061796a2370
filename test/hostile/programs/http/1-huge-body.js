// check: response-not-json | handler-hangs
const app = require("express")();
app.post("/login", (req, res) => {
  res.json({ accessToken: "access123", refreshToken: "refresh123", more: "x".repeat(50e6) });
});
app.listen(3000);
