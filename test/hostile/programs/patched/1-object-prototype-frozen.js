// check: anything
require("../right").listen(3000);
for (const kind of [Object, Array, Function, Error, String, Promise, RegExp, Map]) {
  Object.freeze(kind.prototype);
  Object.freeze(kind);
}
Object.freeze(globalThis);
