// check: broken-answer | handler-hangs
const app = require("express")();
app.post("/login", (req, res) => {
  req.socket.write("HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n");
});
app.listen(3000);
