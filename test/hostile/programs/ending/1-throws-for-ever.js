// check: handler-hangs | passed
process.on("uncaughtException", () => {});
const again = () => {
  setImmediate(again);
  throw new Error("again ".repeat(1000));
};
setImmediate(again);
require("../right").listen(3000);
