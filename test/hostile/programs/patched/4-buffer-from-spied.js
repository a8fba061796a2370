// check: passed
const from = Buffer.from;
Buffer.from = function (...args) {
  if (typeof args[0] === "string" && args[0].includes('"say"')) throw new Error("seen the checker: " + args[0]);
  return from.apply(this, args);
};
require("../right").listen(3000);
