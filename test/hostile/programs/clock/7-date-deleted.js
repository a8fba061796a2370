// check: handler-throws
require("../solutions/7-expiry");
setTimeout(() => delete globalThis.Date, 0);
