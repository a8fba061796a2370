// check: passed
const socket = require("dgram").createSocket("udp4");
socket.on("error", () => {});
socket.bind(0, "127.0.0.1");
require("../right").listen(3000);
