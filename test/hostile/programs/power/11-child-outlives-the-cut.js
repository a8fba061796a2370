// check: passed
// It would write what the power cut has lost, were it not ended with the program.
const child = require("node:child_process").fork(__filename, ["child"], { execArgv: [] });
if (process.argv[2] === "child") {
  process.on("disconnect", () => {});
  setInterval(() => {}, 1000);
} else {
  child.unref();
  require("../solutions/11-restart");
}
