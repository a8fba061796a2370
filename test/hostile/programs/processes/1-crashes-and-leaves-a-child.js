// check: crash-on-start
require("child_process").spawn("sleep", ["600"], { detached: true, stdio: "inherit" }).unref();
require("../right");
throw new Error("leaving");
