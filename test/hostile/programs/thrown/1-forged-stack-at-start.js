// check: crash-on-start
require("../right");
throw Object.assign(new Error("forged"), { stack: "Error: forged\n" + "    at /etc/passwd:1:1\n    at /nowhere/x.js:99999999:99999999\n".repeat(10000) });
