// check: passed
console.log = console.error = () => {
  throw new Error("no console");
};
process.stdout.write = process.stderr.write = () => {
  throw new Error("no writing");
};
require("../right").listen(3000);
