// check: handler-throws | handler-hangs | route-missing | missing-field | response-not-json
const app = require("express")();
app.post("/login", async () => {
  throw new Error("too much ".repeat(5e5));
});
app.listen(3000);
