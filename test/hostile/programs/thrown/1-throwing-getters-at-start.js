// check: crash-on-start
require("../right");
throw Object.defineProperties(new Error("x"), Object.fromEntries(["message", "stack", "name", "code", "status"].map((key) => [key, { get() { throw new Error("getter"); } }])));
