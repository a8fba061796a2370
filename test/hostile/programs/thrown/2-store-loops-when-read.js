// check: anything
const app = require("express")();
const refreshTokens = [];
app.post("/login", (req, res) => {
  refreshTokens.push({
    toJSON() {
      for (;;);
    },
  });
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});
app.listen(3000);
