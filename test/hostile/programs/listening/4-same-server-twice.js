// check: passed | crash-on-start
const server = require("http").createServer(require("../right"));
server.listen(3000);
try {
  server.listen(3001);
} catch (error) {
  console.log(error.code);
}
