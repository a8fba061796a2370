// check: handler-hangs | broken-answer
const app = require("express")();
app.post("/login", (req, res) => {
  const more = () => req.socket.write("HTTP/1.1 100 Continue\r\n\r\n", () => setTimeout(more, 1));
  more();
});
app.listen(3000);
