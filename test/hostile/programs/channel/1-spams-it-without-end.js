// check: anything
const app = require("express")();
app.post("/login", () => {
  for (;;) {
    try {
      require("fs").writeSync(3, "y".repeat(65536));
    } catch {}
  }
});
app.listen(3000);
