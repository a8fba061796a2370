// check: handler-throws | handler-hangs | route-missing | missing-field | response-not-json
const app = require("express")();
app.post("/login", async () => {
  throw Symbol("it");
});
app.listen(3000);
