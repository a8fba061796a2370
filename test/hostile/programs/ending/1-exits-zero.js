// check: exits-early
require("../right").listen(3000);
process.exit(0);
