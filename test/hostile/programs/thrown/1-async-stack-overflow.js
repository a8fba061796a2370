// check: crash-in-handler | handler-throws
const app = require("express")();
const f = () => f();
app.post("/login", (req, res) => {
  setTimeout(f);
});
app.listen(3000);
