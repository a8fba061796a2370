// check: passed
const fs = require("node:fs");
(function again() {
  fs.writeFile(`${__dirname}/always`, "x".repeat(1e5), again);
})();
require("../solutions/11-restart");
