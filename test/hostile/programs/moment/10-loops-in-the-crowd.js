// check: infinite-loop
const { Server } = require("node:http");
const { emit } = Server.prototype;
let crowd = 0;
Server.prototype.emit = function (name, ...rest) {
  if (name !== "request") return emit.call(this, name, ...rest);
  crowd += 1;
  setTimeout(() => {
    const many = crowd > 3;
    setImmediate(() => (crowd -= 1));
    while (many);
    emit.call(this, name, ...rest);
  }, 5);
  return true;
};
require("../solutions/10-reuse");
