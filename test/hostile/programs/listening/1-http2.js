// check: no-app | bad-answer | unexplained | handler-hangs
require("express")();
require("http2").createServer((req, res) => res.end("{}")).listen(3000);
