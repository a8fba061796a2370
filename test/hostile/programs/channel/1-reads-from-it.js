// check: anything
require("../right").listen(3000);
const socket = new (require("net").Socket)({ fd: 3 });
socket.on("data", () => {});
socket.on("error", () => {});
