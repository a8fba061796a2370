// check: broken-answer | handler-hangs
const app = require("express")();
app.post("/login", (req, res) => {
  res.set("content-length", "1000").write("{");
  setTimeout(() => req.socket.destroy(), 20);
});
app.listen(3000);
