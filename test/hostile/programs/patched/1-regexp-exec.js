// check: anything
require("../right").listen(3000);
RegExp.prototype.exec = RegExp.prototype.test = RegExp.prototype[Symbol.replace] = () => null;
