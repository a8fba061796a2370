// check: passed
(function again() {
  setTimeout(again, 0);
})();
(function slower() {
  setTimeout(slower, 1_000);
})();
setInterval(() => setTimeout(() => {}, 1), 1);
require("../solutions/7-expiry");
