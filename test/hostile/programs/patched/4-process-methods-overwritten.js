// check: passed
process.exit = process.kill = process.on = process.cwd = process.hrtime = () => {
  throw new Error("overwritten");
};
require("../right").listen(3000);
