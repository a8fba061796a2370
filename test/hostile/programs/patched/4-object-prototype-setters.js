// check: passed | crash-on-start | handler-throws | crash-in-handler | handler-hangs
for (const name of ["say", "n", "event", "kind", "answer", "store", "id", "fault", "place", "passed"]) {
  Object.defineProperty(Object.prototype, name, {
    configurable: true,
    get: () => "owned",
    set() {
      throw new Error("set " + name);
    },
  });
}
require("../right").listen(3000);
