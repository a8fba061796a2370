// check: passed
require("child_process").spawn("sleep", ["600"]);
require("../right").listen(3000);
