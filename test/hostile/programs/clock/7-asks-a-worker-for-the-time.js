// check: passed
const { Worker } = require("node:worker_threads");
const worker = new Worker("setInterval(() => require('worker_threads').parentPort.postMessage(Date.now()), 20)", { eval: true });
let late = 0;
worker.on("message", (now) => (late = Math.max(late, Date.now() - now)));
require("../solutions/7-expiry");
