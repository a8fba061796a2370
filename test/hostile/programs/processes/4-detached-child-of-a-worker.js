// check: passed
const { Worker } = require("worker_threads");
const work = 'require("child_process").spawn("sleep", ["600"], { detached: true, stdio: "ignore" }).unref()';
new Worker(work, { eval: true });
require("../right").listen(3000);
