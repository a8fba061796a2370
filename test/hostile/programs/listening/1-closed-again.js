// check: bad-answer | exits-early | crash-on-start | unexplained | route-missing
const server = require("../right").listen(3000, () => server.close());
