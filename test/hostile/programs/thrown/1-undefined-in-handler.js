// check: handler-throws | handler-hangs | route-missing | missing-field | response-not-json
const app = require("express")();
app.post("/login", async () => {
  throw undefined;
});
app.listen(3000);
