// check: no-app | start-timeout | exits-early
const { Worker, isMainThread } = require("worker_threads");
if (isMainThread) new Worker(__filename);
else require("../right").listen(3000, "0.0.0.0");
