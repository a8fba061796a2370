// check: infinite-loop
const app = require("express")();
app.post("/login", async () => {
  for (;;) await null;
});
app.listen(3000);
