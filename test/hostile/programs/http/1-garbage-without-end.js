// check: broken-answer | handler-hangs
const app = require("express")();
app.post("/login", (req, res) => {
  const more = () => req.socket.write(Buffer.alloc(65536, 0x9b), () => setImmediate(more));
  more();
});
app.listen(3000);
