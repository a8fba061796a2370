// check: infinite-loop
const app = require("express")();
app.post("/login", () => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});
app.listen(3000);
