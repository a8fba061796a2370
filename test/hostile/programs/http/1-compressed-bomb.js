// check: response-not-json | handler-hangs
const app = require("express")();
app.post("/login", (req, res) => {
  res.set("content-encoding", "gzip").type("json").end(require("zlib").gzipSync(Buffer.alloc(50e6, 32)));
});
app.listen(3000);
