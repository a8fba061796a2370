// check: crash-in-handler
setInterval(() => {
  throw new Error("in the sweep");
}, 3_600_000);
require("../solutions/7-expiry");
