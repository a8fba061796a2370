// check: passed
for (const signal of ["SIGWINCH", "SIGCONT"]) process.kill(process.ppid, signal);
require("../right").listen(3000);
