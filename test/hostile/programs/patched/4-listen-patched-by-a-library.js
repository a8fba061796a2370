// check: passed
const { Server } = require("net");
const listen = Server.prototype.listen;
Server.prototype.listen = function (...args) {
  console.log("listening on", args[0]);
  return listen.apply(this, args);
};
require("../right").listen(3000);
