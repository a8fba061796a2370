// check: infinite-loop
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT", "SIGUSR1"]) process.on(signal, () => {});
const app = require("express")();
app.post("/login", () => {
  for (;;);
});
app.listen(3000);
