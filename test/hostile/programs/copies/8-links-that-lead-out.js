// check: passed
const fs = require("node:fs");
const path = require("node:path");
fs.symlinkSync("/", path.join(__dirname, "root"));
fs.symlinkSync("/etc/passwd", path.join(__dirname, "passwords.txt"));
fs.symlinkSync(__dirname, path.join(__dirname, "circle"));
fs.symlinkSync("nowhere", path.join(__dirname, "nowhere"));
require("../solutions/8-hash");
