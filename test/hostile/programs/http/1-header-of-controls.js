// check: passed | broken-answer | handler-throws
const app = require("express")();
app.post("/login", (req, res) => {
  req.socket.end("HTTP/1.1 200 OK\r\nx-\x80: \x9b2J\r\n__proto__: x\r\ncontent-type: application/json\r\n\r\n{\"accessToken\":\"access123\",\"refreshToken\":\"refresh123\"}");
});
app.listen(3000);
