// check: passed
setInterval(() => {
  for (let id = 0; id < 10_000; id++) clearTimeout(id);
}, 60_000);
require("../solutions/7-expiry");
