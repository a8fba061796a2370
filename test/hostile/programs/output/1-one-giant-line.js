// check: passed | crash-on-start | infinite-loop
const app = require("express")();
app.post("/login", (req, res) => res.json({ accessToken: "access123", refreshToken: "refresh123" }));
app.listen(3000, () => {
  for (let i = 0; i < 300; i++) require("fs").writeSync(2, "a".repeat(1 << 20));
});
