// check: infinite-loop
const app = require("express")();
app.post("/login", () => process.kill(process.pid, "SIGSTOP"));
app.listen(3000);
