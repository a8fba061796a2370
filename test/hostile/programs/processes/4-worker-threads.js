// check: passed
const { Worker } = require("worker_threads");
new Worker("for (;;);", { eval: true });
new Worker("setInterval(() => {}, 1000)", { eval: true });
require("../right").listen(3000);
