// check: passed
const fs = require("node:fs");
for (let i = 0; i < 12_000; i++) fs.writeFileSync(`${__dirname}/${i}.json`, `{ "number": ${i} }`);
require("../solutions/8-hash");
