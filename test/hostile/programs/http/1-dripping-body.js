// check: handler-hangs
const app = require("express")();
app.post("/login", (req, res) => {
  res.type("json").write("{");
  setInterval(() => res.write(" "), 20);
});
app.listen(3000);
