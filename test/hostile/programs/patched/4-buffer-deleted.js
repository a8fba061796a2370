// check: anything
require("../right").listen(3000);
delete globalThis.Buffer;
