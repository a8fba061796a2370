// check: anything
require("../right").listen(3000);
String.prototype.split = () => [];
String.prototype.startsWith = () => true;
String.prototype.slice = () => "owned";
String.prototype.indexOf = () => 0;
