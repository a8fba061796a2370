// check: passed | no-app | start-timeout
require("child_process").spawn(process.execPath, [__filename], { detached: true, stdio: "ignore" });
require("../right").listen(3000);
