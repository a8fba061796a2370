// check: passed
const fs = require("node:fs");
for (let i = 0; i < 3; i++) fs.writeFileSync(`${__dirname}/data-${i}.bin`, Buffer.alloc(20 * 1024 * 1024, "lines of data\n"));
fs.writeFileSync(`${__dirname}/one-line.txt`, "x".repeat(20 * 1024 * 1024));
require("../solutions/8-hash");
