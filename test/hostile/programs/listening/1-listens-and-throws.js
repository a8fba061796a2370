// check: crash-on-start
require("../right").listen(3000);
throw new Error("after listen");
