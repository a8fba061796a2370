// check: missing-field | response-not-json
const app = require("express")();
app.post("/login", (req, res) => {
  res.json(null);
});
app.listen(3000);
