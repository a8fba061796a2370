// check: passed
if (process.argv[2] !== "child") require("child_process").fork(__filename, ["child"]);
require("../right").listen(3000, "0.0.0.0");
