// check: passed
const app = require("../right");
require("http")
  .createServer((req, res) => {
    setInterval(() => {}, 5);
    app(req, res);
  })
  .listen(3000);
