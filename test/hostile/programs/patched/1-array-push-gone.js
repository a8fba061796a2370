// check: anything
require("../right").listen(3000);
Array.prototype.push = null;
