// check: passed
const app = require("../right");
process.exit = process.kill = process.on = process.cwd = process.hrtime = () => {
  throw new Error("overwritten");
};
app.listen(3000);
