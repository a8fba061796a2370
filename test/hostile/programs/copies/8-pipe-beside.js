// check: passed
require("node:child_process").execFileSync("mkfifo", [`${__dirname}/pipe.json`]);
require("../solutions/8-hash");
