// check: access-never-ends
const began = Date.now();
Date.now = () => began;
globalThis.Date = new Proxy(Date, {
  construct: (target, args, made) => Reflect.construct(target, args.length ? args : [began], made),
});
performance.now = () => 0;
process.hrtime = () => [0, 0];
require("../solutions/7-expiry");
