// check: response-not-json | handler-hangs | missing-field
const app = require("express")();
app.post("/login", (req, res) => {
  const more = () => res.write("x".repeat(65536), () => setImmediate(more));
  more();
});
app.listen(3000);
