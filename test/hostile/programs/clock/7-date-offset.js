// check: passed
const { now } = Date;
Date.now = () => now() + 3_600_000;
globalThis.Date = class extends Date {};
Object.freeze(Date);
require("../solutions/7-expiry");
