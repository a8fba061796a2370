// check: double-response | missing-field | broken-answer
const app = require("express")();
app.post("/login", (req, res) => {
  const answer = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}";
  req.socket.end(answer + answer);
});
app.listen(3000);
