// check: crash-on-start
require("../right");
throw Object.assign(new Error("odd"), { name: { toString: null }, code: {}, status: NaN, stack: [1, 2], statusCode: 1e9, headers: 5 });
