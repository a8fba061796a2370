// check: passed
Array.prototype.last = function () {
  return this[this.length - 1];
};
Array.prototype.remove = function (item) {
  return this.filter((other) => other !== item);
};
String.prototype.capitalize = () => "";
require("../right").listen(3000);
