// check: passed
exports.app = require("express")();
require("./routes");
exports.app.listen(3000);
