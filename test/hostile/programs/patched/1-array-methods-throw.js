// check: anything
require("../right").listen(3000);
for (const name of ["map", "filter", "flatMap", "find", "findLast", "some", "every", "slice", "includes"]) {
  Array.prototype[name] = () => {
    throw new Error("no " + name);
  };
}
