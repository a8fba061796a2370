// check: passed
process.removeAllListeners();
module.exports = {};
require("../right");
