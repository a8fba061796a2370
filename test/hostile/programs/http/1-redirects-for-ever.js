// check: wrong-status | missing-field
const app = require("express")();
app.post("/login", (req, res) => {
  res.redirect(307, "/login");
});
app.listen(3000);
