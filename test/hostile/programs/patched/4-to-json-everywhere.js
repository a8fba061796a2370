// check: missing-field | response-not-json | wrong-field-value
Array.prototype.toJSON = () => "owned";
String.prototype.toJSON = () => "owned";
require("../right").listen(3000);
