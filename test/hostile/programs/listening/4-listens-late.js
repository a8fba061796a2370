// check: passed
const app = require("../right");
setTimeout(() => app.listen(3000), 300);
