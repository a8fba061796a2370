// check: handler-throws | handler-hangs | route-missing | missing-field | response-not-json
const app = require("express")();
app.post("/login", async () => {
  throw Object.defineProperties(new Error("x"), Object.fromEntries(["message", "stack", "name", "code", "status"].map((key) => [key, { get() { throw new Error("getter"); } }])));
});
app.listen(3000);
