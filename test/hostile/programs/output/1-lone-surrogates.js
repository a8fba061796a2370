// check: wrong-field-value
const app = require("express")();
console.log("\ud800 \udfff");
app.post("/login", (req, res) => res.json({ accessToken: "\ud800", refreshToken: "\udfff\u2028" }));
app.listen(3000);
