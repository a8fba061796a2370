// check: passed
process.exitCode = 130;
require("../right").listen(3000);
