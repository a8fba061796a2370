// check: passed
const text = require("fs").readFileSync(0, "utf8");
require("../right").listen(Number(text) || 3000);
