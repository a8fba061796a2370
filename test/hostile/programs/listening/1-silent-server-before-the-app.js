// check: handler-hangs | broken-answer
require("express")();
require("net").createServer(() => {}).listen(3000);
