// check: crash-in-handler
const app = require("express")();
app.post("/login", () => process.abort());
app.listen(3000);
