// check: crash-on-start
require("../right").listen(3000);
process.abort();
