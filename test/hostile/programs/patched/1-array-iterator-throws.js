// check: anything
require("../right").listen(3000);
Array.prototype[Symbol.iterator] = () => {
  throw new Error("no iterating");
};
