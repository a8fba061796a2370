// check: passed
process.removeAllListeners();
require("../right").listen(3000);
