// check: broken-answer
const app = require("express")();
app.post("/login", (req, res) => {
  req.socket.end("HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}");
});
app.listen(3000);
