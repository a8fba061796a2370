// check: handler-throws | handler-hangs | route-missing | missing-field | response-not-json
const app = require("express")();
app.post("/login", async () => {
  throw "just a text \x1b[2J";
});
app.listen(3000);
