// check: passed
require("../right").listen(3000);
const line = "x".repeat(60000) + "\n";
const flood = () => process.stdout.write(line, () => setImmediate(flood));
for (let i = 0; i < 4; i++) flood();
