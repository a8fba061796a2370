// check: handler-hangs | broken-answer
const app = require("express")();
app.post("/login", (req, res) => {
  setInterval(() => res.writeEarlyHints({ link: "</x>; rel=preload" }), 1);
});
app.listen(3000);
