// check: missing-field | response-not-json
const app = require("express")();
app.post("/login", (req, res) => {
  res.json(new Array(30000).fill(0));
});
app.listen(3000);
