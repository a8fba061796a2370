// check: infinite-loop
const { Server } = require("node:http");
const { emit } = Server.prototype;
Server.prototype.emit = function (name, ...rest) {
  if (name === "request") for (const end = Date.now() + 20; Date.now() < end; );
  return emit.call(this, name, ...rest);
};
require("../solutions/5-random");
