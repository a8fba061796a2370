// check: passed
require("child_process").spawn("sleep", ["600"], { detached: true, stdio: "inherit" }).unref();
require("../right").listen(3000);
