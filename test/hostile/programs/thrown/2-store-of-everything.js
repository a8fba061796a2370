// check: anything
const app = require("express")();
const refreshTokens = [];
const deep = [];
for (let i = 0, at = deep; i < 400; i++) at.push((at = []));
app.post("/login", (req, res) => {
  refreshTokens.push(null, undefined, Symbol("x"), 1n, NaN, () => {}, globalThis, refreshTokens, "\x1b[2J\x9b", "x".repeat(1e6), ...new Array(100).fill(deep));
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});
app.listen(3000);
