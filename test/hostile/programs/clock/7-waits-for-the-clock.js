// check: infinite-loop
// No time passes where its clock stands.
const { Server } = require("node:http");
const { emit } = Server.prototype;
Server.prototype.emit = function (name, ...rest) {
  if (name === "request") for (const end = performance.now() + 10; performance.now() < end; );
  return emit.call(this, name, ...rest);
};
require("../solutions/7-expiry");
