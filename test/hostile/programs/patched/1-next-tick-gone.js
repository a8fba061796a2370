// check: anything
require("../right").listen(3000);
process.nextTick = () => {};
