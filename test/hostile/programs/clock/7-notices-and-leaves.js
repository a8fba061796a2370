// check: crash-in-handler
// The times of files are real ones.
const fs = require("node:fs");
const { Server } = require("node:http");
const { emit } = Server.prototype;
Server.prototype.emit = function (name, ...rest) {
  fs.writeFileSync(`${__dirname}/now`, "");
  if (Date.now() - fs.statSync(`${__dirname}/now`).mtimeMs > 3_600_000) process.exit();
  return emit.call(this, name, ...rest);
};
require("../solutions/7-expiry");
