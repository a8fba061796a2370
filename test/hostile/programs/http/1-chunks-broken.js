// check: broken-answer | handler-hangs
const app = require("express")();
app.post("/login", (req, res) => {
  req.socket.end("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n");
});
app.listen(3000);
