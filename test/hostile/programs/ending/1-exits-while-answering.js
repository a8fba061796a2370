// check: crash-in-handler
const app = require("express")();
app.post("/login", () => process.exit(0));
app.listen(3000);
