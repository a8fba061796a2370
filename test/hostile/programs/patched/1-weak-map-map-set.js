// check: anything
require("../right").listen(3000);
for (const Kind of [Map, Set, WeakMap, WeakSet]) {
  Kind.prototype.get = Kind.prototype.has = Kind.prototype.set = Kind.prototype.add = () => {
    throw new Error("no collecting");
  };
}
