// check: passed
process.stdout.destroy();
process.stderr.end();
process.stdin.destroy();
require("../right").listen(3000);
