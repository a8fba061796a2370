// check: start-timeout | exits-early | infinite-loop | crash-on-start
require("../right").listen(3000);
process.on("exit", () => {
  for (;;);
});
process.exit(0);
