// check: infinite-loop
const app = require("express")();
app.post("/login", () => {
  const again = () => process.nextTick(again);
  again();
});
app.listen(3000);
