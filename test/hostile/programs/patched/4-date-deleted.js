// check: anything
require("../right").listen(3000);
globalThis.Date = undefined;
