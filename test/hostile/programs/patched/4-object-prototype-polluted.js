// check: passed
Object.prototype.place = "owned";
Object.prototype.toJSON = undefined;
Object.prototype.extra = () => 1;
require("../right").listen(3000);
