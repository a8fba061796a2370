// check: passed
const { spawn, execSync } = require("child_process");
spawn("/bin/sleep", ["600"], { detached: true, stdio: "ignore", env: {} }).unref();
execSync("/usr/bin/setsid /bin/sleep 601 >/dev/null 2>&1 &", { env: {} });
require("../right").listen(3000);
