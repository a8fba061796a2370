// check: out-of-memory | crash-on-start | crash-in-handler | exits-early | passed
const { Worker } = require("worker_threads");
new Worker("const a = []; for (;;) a.push(Buffer.alloc(1 << 20, 1))", { eval: true });
require("../right").listen(3000);
