// check: broken-answer | handler-hangs
const app = require("express")();
app.post("/login", (req, res) => {
  req.socket.destroy();
});
app.listen(3000);
