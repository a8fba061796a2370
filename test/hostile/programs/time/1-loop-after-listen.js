// check: infinite-loop | start-timeout
require("../right").listen(3000, () => {
  for (;;);
});
