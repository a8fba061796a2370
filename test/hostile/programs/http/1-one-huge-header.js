// check: broken-answer | handler-hangs
const app = require("express")();
app.post("/login", (req, res) => {
  res.setHeader("x", "y".repeat(5e6)).json({ accessToken: "access123", refreshToken: "refresh123" });
});
app.listen(3000);
