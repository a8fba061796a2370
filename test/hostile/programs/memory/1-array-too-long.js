// check: crash-on-start
const app = require("express")();
app.listen(3000);
new Array(-1);
