// check: crash-on-start
require("../right");
throw undefined;
