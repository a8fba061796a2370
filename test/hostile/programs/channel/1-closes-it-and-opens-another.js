// check: anything
const fs = require("fs");
fs.closeSync(3);
const fd = fs.openSync(require("path").join(__dirname, "right-here.txt"), "w");
process.on("exit", () => fs.unlinkSync("right-here.txt"));
fs.unlinkSync(require("path").join(__dirname, "right-here.txt"));
require("../right").listen(3000);
setInterval(() => {
  if (fs.fstatSync(fd).size > 0) fs.writeFileSync(require("path").join(__dirname, "the tutor wrote into my file"), "");
}, 10);
