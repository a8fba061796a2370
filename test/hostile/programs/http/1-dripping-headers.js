// check: handler-hangs
const app = require("express")();
app.post("/login", (req, res) => {
  req.socket.write("HTTP/1.1 200 OK\r\n");
  setInterval(() => req.socket.write("x: y\r\n"), 20);
});
app.listen(3000);
