// check: passed
const fs = require("fs");
for (const fd of [0, 1, 2]) fs.closeSync(fd);
require("../right").listen(3000);
