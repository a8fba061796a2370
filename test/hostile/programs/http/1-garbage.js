// check: broken-answer
const app = require("express")();
app.post("/login", (req, res) => {
  req.socket.end(require("crypto").randomBytes(5000));
});
app.listen(3000);
