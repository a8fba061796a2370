// check: handler-hangs | bad-answer | unexplained
require("express")();
require("net").createServer(() => {}).listen(3000);
