// check: handler-throws | handler-hangs | route-missing | missing-field | response-not-json
const app = require("express")();
app.post("/login", async () => {
  throw Object.assign(new Error("forged"), { stack: "Error: forged\n" + "    at /etc/passwd:1:1\n    at /nowhere/x.js:99999999:99999999\n".repeat(10000) });
});
app.listen(3000);
