// check: passed
require("child_process").spawn("sleep", ["600"], { detached: true, stdio: "ignore" }).unref();
require("../right").listen(3000);
