// check: too-slow | infinite-loop | out-of-memory
setInterval(function twice() {
  setInterval(twice, 3_600_000);
}, 3_600_000);
require("../solutions/7-expiry");
