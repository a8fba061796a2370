// check: passed
const fs = require("node:fs");
fs.mkdirSync(`${__dirname}/kept`);
fs.writeFileSync(`${__dirname}/kept/data.json`, "{}");
fs.chmodSync(`${__dirname}/kept/data.json`, 0);
fs.chmodSync(`${__dirname}/kept`, 0);
require("../solutions/8-hash");
