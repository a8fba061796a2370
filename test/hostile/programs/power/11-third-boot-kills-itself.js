// check: second-boot-crashes
const fs = require("node:fs");
fs.appendFileSync(`${__dirname}/boots`, "|");
if (fs.readFileSync(`${__dirname}/boots`, "utf8").length === 3) process.kill(process.pid, "SIGKILL");
require("../solutions/11-restart");
