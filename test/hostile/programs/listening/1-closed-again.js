// check: broken-answer | exits-early | crash-on-start | route-missing
const server = require("../right").listen(3000, () => server.close());
