// check: out-of-memory | infinite-loop
const app = require("express")();
const hoard = [];
app.post("/login", () => {
  for (;;) hoard.push(Buffer.alloc(16 << 20, 1));
});
app.listen(3000);
