// check: handler-throws | out-of-memory
const app = require("express")();
app.post("/login", (req, res) => {
  let text = "x";
  for (;;) text += text;
});
app.listen(3000);
