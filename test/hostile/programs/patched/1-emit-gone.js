// check: anything
require("../right").listen(3000);
require("events").EventEmitter.prototype.emit = () => false;
