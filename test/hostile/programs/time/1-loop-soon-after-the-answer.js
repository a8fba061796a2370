// check: infinite-loop | passed
const app = require("express")();
app.post("/login", (req, res) => {
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
  setTimeout(() => {
    for (;;);
  }, 30);
});
app.listen(3000);
