// check: crash-in-handler
const app = require("express")();
app.post("/login", () => process.reallyExit(0));
app.listen(3000);
