// check: anything
const app = require("express")();
const refreshTokens = new Proxy([], {
  get() {
    throw new Error("trap");
  },
});
app.post("/login", (req, res) => {
  res.json({ accessToken: "access123", refreshToken: "refresh123", a: typeof refreshTokens });
});
app.listen(3000);
