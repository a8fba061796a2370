// check: crash-on-start
require("../right");
throw "just a text \x1b[2J";
