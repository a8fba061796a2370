// check: passed
const net = require("net");
require("../right").listen({ port: 80, host: "0.0.0.0", exclusive: true });
net.createServer(() => {}).listen(81, "::");
