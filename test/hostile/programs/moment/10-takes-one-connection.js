// check: broken-answer
const { Server } = require("node:net");
const { listen } = Server.prototype;
Server.prototype.listen = function (...args) {
  this.maxConnections = 1;
  return listen.apply(this, args);
};
require("../solutions/10-reuse");
