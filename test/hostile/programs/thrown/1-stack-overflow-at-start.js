// check: crash-on-start
require("../right");
const f = () => f();
f();
