// check: out-of-memory | start-timeout | crash-on-start | passed
require("../right").listen(3000);
const block = "y".repeat(1 << 20);
for (let i = 0; i < 3000; i++) console.log(block);
