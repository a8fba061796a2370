// check: infinite-loop
const app = require("express")();
app.post("/login", () => {
  require("child_process").execSync("sleep 600");
});
app.listen(3000);
