// check: passed
Array.prototype.toJSON = () => "owned";
String.prototype.toJSON = () => "owned";
require("../right").listen(3000);
