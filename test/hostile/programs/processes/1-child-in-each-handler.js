// check: crash-in-handler
const app = require("express")();
app.post("/login", () => {
  for (let i = 0; i < 10; i++) require("child_process").spawn("sleep", ["600"], { detached: true });
  process.exit(0);
});
app.listen(3000);
