// check: passed
process.exit = process.kill = process.emit = process.on = process.cwd = process.hrtime = () => {
  throw new Error("overwritten");
};
require("../right").listen(3000);
