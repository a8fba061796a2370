// check: wrong-status | missing-field
const app = require("express")();
app.post("/login", (req, res) => {
  res.redirect(301, "http://192.0.2.1/\u001b[2J");
});
app.listen(3000);
