// check: passed
Error.captureStackTrace = undefined;
Error.stackTraceLimit = 0;
require("../right").listen(3000);
