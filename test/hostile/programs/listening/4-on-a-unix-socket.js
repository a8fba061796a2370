// check: passed
require("../right").listen(require("path").join(__dirname, "app.sock"));
