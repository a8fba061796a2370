// check: handler-hangs
const app = require("express")();
app.post("/login", () => {
  const again = () => setImmediate(again);
  again();
});
app.listen(3000);
