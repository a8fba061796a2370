// check: anything
require("../right").listen(3000);
globalThis.Error = class {};
