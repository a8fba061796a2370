// check: crash-on-start
require("../right");
throw new Error("too much ".repeat(5e5));
