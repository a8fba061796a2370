// check: no-app | broken-answer | handler-hangs
require("express")();
require("http2").createServer((req, res) => res.end("{}")).listen(3000);
