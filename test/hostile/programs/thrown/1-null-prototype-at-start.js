// check: crash-on-start
require("../right");
throw Object.create(null);
