// check: passed | broken-answer
const app = require("express")();
app.post("/login", (req, res) => {
  req.socket.end("HTTP/1.1 200 \x9b2J\xe9\r\ncontent-type: application/json\r\n\r\n{\"accessToken\":\"access123\",\"refreshToken\":\"refresh123\"}");
});
app.listen(3000);
