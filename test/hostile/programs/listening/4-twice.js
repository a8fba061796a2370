// check: passed
const app = require("../right");
app.listen(3000);
app.listen(3000);
app.listen(80, "0.0.0.0");
