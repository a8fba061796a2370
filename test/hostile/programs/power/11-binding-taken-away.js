// check: passed
process.binding = undefined;
delete require("node:http").ServerResponse.prototype.destroy;
require("../solutions/11-restart");
