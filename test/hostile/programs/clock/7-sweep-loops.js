// check: infinite-loop
setInterval(() => {
  for (;;);
}, 3_600_000);
require("../solutions/7-expiry");
