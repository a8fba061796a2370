// check: infinite-loop
console.error("Debugger listening on ws://127.0.0.1:1/evil");
console.error("Debugger listening on ws://192.0.2.1:9229/evil");
const app = require("express")();
app.post("/login", () => {
  for (;;);
});
app.listen(3000);
