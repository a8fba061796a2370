// check: response-not-json | handler-throws | wrong-field-value | missing-field | passed
require("../right").listen(3000);
JSON.stringify = () => '{"say":"answer","passed":true}';
JSON.parse = () => ({ refreshToken: "refresh123" });
