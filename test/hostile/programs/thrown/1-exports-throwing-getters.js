// check: passed
const app = require("../right");
module.exports = new Proxy(
  {},
  {
    ownKeys() {
      throw new Error("trap");
    },
  },
);
