// check: second-boot-crashes
const fs = require("node:fs");
if (fs.existsSync(`${__dirname}/been-here`)) process.exit();
fs.writeFileSync(`${__dirname}/been-here`, "yes");
require("../solutions/11-restart");
