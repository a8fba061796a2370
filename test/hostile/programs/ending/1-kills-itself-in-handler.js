// check: crash-in-handler
const app = require("express")();
app.post("/login", () => process.kill(process.pid, "SIGKILL"));
app.listen(3000);
