// check: passed
require("../right").listen(3000);
setInterval(() => {}, 1);
setTimeout(() => {}, 2 ** 31 - 1);
