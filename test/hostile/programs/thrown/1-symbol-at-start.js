// check: crash-on-start
require("../right");
throw Symbol("it");
