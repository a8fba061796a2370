// check: passed
const { EventEmitter } = require("events");
const emit = EventEmitter.prototype.emit;
EventEmitter.prototype.emit = function (...args) {
  console.log(String(args[0]));
  return emit.apply(this, args);
};
require("../right").listen(3000);
