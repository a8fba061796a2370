// check: bad-answer | handler-hangs | unexplained
const app = require("express")();
app.post("/login", (req, res) => {
  req.socket.destroy();
});
app.listen(3000);
