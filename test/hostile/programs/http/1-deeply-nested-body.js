// check: missing-field | response-not-json
const app = require("express")();
app.post("/login", (req, res) => {
  res.type("json").send("[".repeat(30000) + "]".repeat(30000));
});
app.listen(3000);
