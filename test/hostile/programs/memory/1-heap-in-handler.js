// check: out-of-memory
const app = require("express")();
const hoard = [];
app.post("/login", () => {
  for (;;) hoard.push(new Array(1000).fill(Math.random()));
});
app.listen(3000);
