// check: broken-answer | handler-hangs | response-not-json
const app = require("express")();
app.post("/login", (req, res) => {
  req.socket.end("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 9999\r\n\r\n{}");
});
app.listen(3000);
