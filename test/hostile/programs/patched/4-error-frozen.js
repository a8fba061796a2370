// check: anything
require("express");
Object.freeze(Error);
Error.stackTraceLimit = "none";
require("../right").listen(3000);
