// check: passed
for (const name of ["kill", "exit", "abort", "reallyExit", "_kill", "on", "once"]) {
  const original = process[name];
  process[name] = name === "on" || name === "once" ? original : () => true;
}
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT"]) process.on(signal, () => {});
process.on("uncaughtException", () => {});
setInterval(() => {}, 1);
require("../solutions/11-restart");
