// check: handler-hangs | infinite-loop
const fs = require("fs");
const app = require("express")();
app.post("/login", () => {
  for (;;) fs.writeSync(1, "for ever and ever\n".repeat(1000));
});
app.listen(3000);
