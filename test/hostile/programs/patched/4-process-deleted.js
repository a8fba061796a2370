// check: anything
require("../right").listen(3000);
delete globalThis.process;
delete globalThis.console;
