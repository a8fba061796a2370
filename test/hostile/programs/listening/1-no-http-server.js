// check: no-app
require("net").createServer((socket) => socket.end("hello\r\n")).listen(3000);
