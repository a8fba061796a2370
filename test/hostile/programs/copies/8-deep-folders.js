// check: passed
const fs = require("node:fs");
let folder = __dirname;
for (let i = 0; i < 400; i++) fs.mkdirSync((folder += "/deep"));
fs.writeFileSync(`${folder}/data.json`, "{}");
require("../solutions/8-hash");
