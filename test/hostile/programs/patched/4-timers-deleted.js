// check: passed
require("../right").listen(3000);
delete globalThis.setTimeout;
delete globalThis.setImmediate;
delete globalThis.setInterval;
delete globalThis.clearTimeout;
delete globalThis.queueMicrotask;
