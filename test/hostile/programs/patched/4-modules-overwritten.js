// check: anything
const app = require("../right");
app.listen(3000);
const fs = require("fs");
fs.writeSync = fs.readFileSync = fs.fstatSync = () => {
  throw new Error("no files");
};
require("module")._load = require("module")._resolveFilename = () => {
  throw new Error("no modules");
};
