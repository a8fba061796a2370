// check: infinite-loop
const app = require("express")();
app.post("/login", (req, res) => {
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
  res.on("finish", () => {
    for (;;);
  });
});
app.listen(3000);
